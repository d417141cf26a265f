# Checks a sealed record with sha256sum and openssl alone: record.json and entry.json (chain/<n>) lie in this folder.
set -euo pipefail
digest=$(sha256sum record.json | cut -d' ' -f1)
echo "record $digest"
grep -q "\"digest\":\"$digest\"" entry.json                       # the chain's entry names these bytes
# Canonical JSON has one spelling, so what was signed can be cut out as it stands. Inside a string every quotation
# mark is escaped: "minutes": , "statement": and "sub": can only be member names.
sed 's/"minutes":/\n/' record.json | tail -n +2 | head -c -1 > minutes.json # all that follows the first "minutes":
minutes=$(sha256sum minutes.json | cut -d' ' -f1)
echo "minutes $minutes"
grep -oP '"publicKey":"\K[^"]+' record.json | head -n 1 | sed 's/\\n/\n/g' > key.pem
openssl pkey -pubin -in key.pem -outform DER | sha256sum          # compare with /api/archive/keys and the printed minutes
grep -oP '"statement":\K\{"act":.*?"sub":"[^"]*"\}' record.json > statements.txt
grep -oP '"signature":"\K[^"]+(?=","statement")' record.json > signatures.txt
for i in 1 2; do
  sed -n "${i}p" statements.txt | head -c -1 > signed
  sed -n "${i}p" signatures.txt | base64 -d > signature.der
  openssl dgst -sha256 -verify key.pem -signature signature.der signed
  grep -q "\"digest\":\"$minutes\"" signed                          # these very minutes were signed
done
grep -oP '"entry":\K\{[^}]*\}' entry.json | head -c -1 > signed
grep -oP '"signature":"\K[^"]+' entry.json | base64 -d > signature.der
openssl dgst -sha256 -verify key.pem -signature signature.der signed
