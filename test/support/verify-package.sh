# Checks a package of a record, or a certified extract: sh verify-package.sh file.zip <fingerprint of the house's key>
# It takes a POSIX shell, unzip, sha256sum and openssl, and believes nothing the package says of itself.
set -eu
zip=$1 published=$2
fail() { echo "CHANGED: $1"; exit 1; }
set -- $(unzip -Z1 "$zip")                                     # names of the house are ASCII, without blanks
base=${1%%/*}
for path; do
  case $path in "$base"/*) ;; *) fail "$path lies outside the package" ;; esac
  case /$path/ in */../* | */./* | *//*) fail "$path leads elsewhere" ;; esac
done
files=$#
total=$(unzip -Zt "$zip")
[ "${total%% *}" = "$files" ] || fail 'a name with blanks'
unzip -qn "$zip" < /dev/null || fail 'unzip has found an error'
cd "$base"
read -r version < bagit.txt
[ "$version" = 'BagIt-Version: 1.0' ] || fail 'bagit.txt'
sha256sum --check --strict --quiet tagmanifest-sha256.txt || fail 'a tag file'
sha256sum --check --strict --quiet manifest-sha256.txt || fail 'the content'
set -- chung-thuc/goi.json chung-thuc/trich-luc.json
[ -f "$1" ] || shift
certificate=$1
read -r statement < "$certificate" || :
says() { case $statement in *"\"$1\":$2"*) ;; *) fail "the statement says another $1 than $2" ;; esac; }
kid=key_${published%????????????????????????????????}          # a key's id is the first half of its fingerprint
spki=$(openssl pkey -pubin -in "khoa/$kid.pem" -outform DER | sha256sum)
[ "${spki%% *}" = "$published" ] || fail 'the key of the certificate'
openssl dgst -sha256 -verify "khoa/$kid.pem" -signature "${certificate%.json}.der" "$certificate"
hash() { d=$(sha256sum "$1"); d=${d%% *}; }
hash tagmanifest-sha256.txt
says tagmanifest "\"$d\""
says files "$files,"
if [ -f data/trich-luc.json ]; then hash data/trich-luc.json; says digest "\"$d\""; fi
[ ! -f data/ho-so.json ] || { hash data/ho-so.json; says recordDigest "\"$d\""; }
for signed in chung-thuc/*.json; do
  read -r statement < "$signed" || :
  [ "$signed" = "$certificate" ] && continue
  verified=
  for key in khoa/*.pem; do
    ! openssl dgst -sha256 -verify "$key" -signature "${signed%.json}.der" "$signed" > /dev/null 2>&1 || verified=$key
  done
  [ "$verified" ] || fail "the signature of $signed"
  case $signed in
    */[0-9]*) hash data/van-ban-da-ky.json; says digest "\"$d\""; hash data/nhat-ky.jsonl; says contents "\"$d\"" ;;
    */diem-kiem-tra.json)                                      # entries lead from the record's own to what it names
      hash chung-thuc/mat-xich.json
      if [ -f chung-thuc/noi-tiep.jsonl ]; then
        while read -r statement; do
          says prev "\"$d\""
          d=$(printf %s "$statement" | sha256sum); d=${d%% *}
        done < chung-thuc/noi-tiep.jsonl
      fi
      read -r statement < "$signed" || :
      says digest "\"$d\"" ;;
    */mat-xich.json) [ ! -f data/ho-so.json ] || { hash data/ho-so.json; says digest "\"$d\""; } ;;
  esac
done
echo "$base: $files files, Verified OK"
