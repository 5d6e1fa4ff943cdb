// Writes the files beside it by sharp 0.35, piexifjs 1.0, pdf-lib 1.17, docx 9 and exceljs 4 (npm i sharp piexifjs pdf-lib docx exceljs; node make.mjs).
// The photo says that it lies on its side and where it was taken; a script and a file inside a PDF lie in packed objects.
import { writeFileSync } from 'node:fs';
import * as docx from 'docx';
import exceljs from 'exceljs';
import { PDFDocument } from 'pdf-lib';
import piexif from 'piexifjs';
import sharp from 'sharp';

const picture = () => sharp({ create: { width: 48, height: 32, channels: 3, background: '#1f7a4d' } });
const exif = { '0th': { [piexif.ImageIFD.Make]: 'GRANARY-CAMERA', [piexif.ImageIFD.Orientation]: 6 }, GPS: { [piexif.GPSIFD.GPSLatitudeRef]: 'N', [piexif.GPSIFD.GPSLatitude]: [[46, 1], [43, 1], [12, 1]] } };
const jpeg = await picture().jpeg().toBuffer();
writeFileSync('photo.jpg', Buffer.from(piexif.insert(piexif.dump(exif), jpeg.toString('binary')), 'binary'));
writeFileSync('progressive.jpg', await picture().jpeg({ progressive: true }).withMetadata().toBuffer());
writeFileSync('picture.png', await picture().png().withExif({ IFD0: { Make: 'GRANARY-CAMERA' } }).toBuffer());
writeFileSync('picture.webp', await picture().webp().withExif({ IFD0: { Make: 'GRANARY-CAMERA' } }).toBuffer());

async function pdf(name, change = () => undefined) {
  const letter = await PDFDocument.create();
  letter.addPage([300, 200]).drawText('A letter', { x: 30, y: 100 });
  await change(letter);
  writeFileSync(name, await letter.save());
}
await pdf('letter.pdf');
await pdf('script.pdf', (letter) => letter.addJavaScript('greet', 'app.alert("hello")'));
await pdf('attached.pdf', (letter) => letter.attach(Buffer.from('MZ'), 'tool.exe'));

writeFileSync('letter.docx', await docx.Packer.toBuffer(new docx.Document({ sections: [{ children: [new docx.Paragraph('A letter')] }] })));
const book = new exceljs.Workbook();
book.addWorksheet('Sheet').addRow(['name', 'amount']);
writeFileSync('table.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
