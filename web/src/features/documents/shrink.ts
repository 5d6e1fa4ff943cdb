/** The longer side of a photo as it is sent: the print on an identity card can still be read, and it is a few hundred kilobytes. */
const longest = 1_600;
const quality = 0.8;
/** A picture that is small already is sent as it is, so that a scan keeps its sharpness. */
const small = 500_000;
const thumbnail = 96;

/** A file that waits to be sent, with what one recognises it by. */
export interface Chosen {
  file: File;
  /** A data: address; null for what is no picture. */
  thumbnail: string | null;
}

/** The size at which neither side is longer; nothing is made larger. */
export function fit(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Makes photos smaller, which also leaves out where they were taken; what the browser cannot read goes as it is, and the server says what is wrong. */
export async function prepare(file: File): Promise<Chosen> {
  if (!file.type.startsWith('image/')) return { file, thumbnail: null };
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { file, thumbnail: null };
  }
  const shown = drawn(picture, thumbnail).toDataURL('image/jpeg', quality);
  const isFine = file.size <= small && Math.max(picture.width, picture.height) <= longest && ['image/jpeg', 'image/png', 'image/webp'].includes(file.type);
  const blob = isFine ? null : await new Promise<Blob | null>((done) => drawn(picture, longest).toBlob(done, 'image/jpeg', quality));
  picture.close();
  return { file: blob === null ? file : new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }), thumbnail: shown };
}

function drawn(picture: ImageBitmap, most: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fit(picture.width, picture.height, most));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
