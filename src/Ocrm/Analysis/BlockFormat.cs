using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Granary.Ocrm.Analysis;

/// <summary>A block as bytes: a byte that counts formats, then everything packed with Brotli. Numbers are little endian.</summary>
internal static class BlockFormat
{
    /// <summary>Raised when the format or the order of dimensions changes: what was packed before is then packed again.</summary>
    public const byte Current = 1;

    public static byte[] Write(AnswerBlock block)
    {
        using var memory = new MemoryStream();
        memory.WriteByte(Current);
        using (var packed = new BrotliStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8))
        {
            Put(writer, block.Ids);
            Put(writer, block.Parties);
            Put(writer, block.Days);
            Put(writer, block.Scores);
            foreach (var origin in block.Origins)
            {
                writer.Write(origin.Values.Length);
                foreach (var text in origin.Values)
                {
                    writer.Write(text);
                }

                Put(writer, origin.Codes);
            }

            writer.Write(block.Columns.Length);
            foreach (var column in block.Columns)
            {
                switch (column)
                {
                    case byte[] codes:
                        Put(writer, codes);
                        break;
                    case ushort[] codes:
                        Put(writer, codes);
                        break;
                    case ulong[] bits:
                        Put(writer, bits);
                        break;
                    case double[] numbers:
                        Put(writer, numbers);
                        break;
                    default:
                        throw new NotSupportedException(column.GetType().Name);
                }
            }
        }

        return memory.ToArray();
    }

    /// <param name="dimensions">Of the version: they say how each column is packed.</param>
    /// <returns>Null for another format, or another reading of the questionnaire: it is to be packed again.</returns>
    public static AnswerBlock? Read(byte[] content, IReadOnlyList<Dimension> dimensions)
    {
        if (content.Length == 0 || content[0] != Current)
        {
            return null;
        }

        using var packed = new BrotliStream(new MemoryStream(content, 1, content.Length - 1), CompressionMode.Decompress);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        var (ids, parties, days, scores) = (Get<ushort>(reader), Get<long>(reader), Get<int>(reader), Get<double>(reader));
        var origins = new TextColumn[Enum.GetValues<OriginField>().Length];
        for (var i = 0; i < origins.Length; i++)
        {
            var values = new string[reader.ReadInt32()];
            for (var v = 0; v < values.Length; v++)
            {
                values[v] = string.Intern(reader.ReadString()); // the same few codes in every block
            }

            origins[i] = new TextColumn(values, Get<ushort>(reader));
        }

        var columns = new Array[reader.ReadInt32()];
        if (columns.Length != dimensions.Count)
        {
            return null;
        }

        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = dimensions[i].Packing switch
            {
                Packing.Bits => Get<ulong>(reader),
                Packing.Number => Get<double>(reader),
                _ when dimensions[i].IsWide => Get<ushort>(reader),
                _ => Get<byte>(reader),
            };
        }

        return new AnswerBlock { Ids = ids, Parties = parties, Days = days, Scores = scores, Origins = origins, Columns = columns };
    }

    private static void Put<T>(BinaryWriter writer, T[] values)
        where T : struct
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] Get<T>(BinaryReader reader)
        where T : struct
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
