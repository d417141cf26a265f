// The files that publishing brings along, by package: `infra/build.ts` copies them beside the bundle.

const font = (part: string) => `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-normal.woff2`

export const assetFiles = {
  jpegDecoder: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegEncoder: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  pngDecoder: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  webpDecoder: '@jsquash/webp/codec/dec/webp_dec.wasm',
  resizer: '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
  'latin-400': font('latin-400'),
  'latin-600': font('latin-600'),
  'vietnamese-400': font('vietnamese-400'),
  'vietnamese-600': font('vietnamese-600'),
} as const
