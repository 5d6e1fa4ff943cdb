using System.Text;
using Granary.Wire.Frames;

namespace Granary.Wire.Definitions;

/// <summary>frame: {length: digits | binary, bytes: 8, max: 4096} or {line: CRLF | LF, max: 4096}.</summary>
internal sealed class FrameReader(Section file, Problems problems)
{
    // A frame is held in memory whole, once for each that is in flight: no bank message comes near this.
    private const int MostBytes = 16 * 1024 * 1024;

    public (Frame? Frame, string LineEnd) Read()
    {
        if (file.Child("frame") is not { } section)
        {
            if (!file.Has("frame"))
            {
                problems.Add(1, "the file has no frame");
            }

            return (null, "");
        }

        var max = section.Number("max", 1, MostBytes);
        if (max is null)
        {
            problems.Add(section.Line, "frame has no max");
        }

        var result = section.Has("line") ? ReadLine(section, max ?? 1) : (ReadLength(section, max ?? 1), "");
        section.NothingElse();
        return result;
    }

    private (Frame? Frame, string LineEnd) ReadLine(Section section, int max)
    {
        var end = section.Text("line") switch { "CRLF" => "\r\n", "LF" => "\n", _ => "" };
        if (end.Length == 0)
        {
            problems.Add(section.LineOf("line"), "frame.line is CRLF or LF");
            return (null, "\n");
        }

        return (new LineFrame(Encoding.ASCII.GetBytes(end)) { Max = max }, end);
    }

    private LengthFrame? ReadLength(Section section, int max)
    {
        var kind = section.Required("length");
        var bytes = section.Number("bytes", 1, 9);
        if (kind is not ("digits" or "binary") || bytes is null || (kind == "binary" && bytes > 4))
        {
            problems.Add(section.Line, "frame is a line, or a length of digits (bytes 1 to 9) or binary (bytes 1 to 4)");
            return null;
        }

        var most = kind == "digits" ? Math.Pow(10, bytes.Value) - 1 : Math.Pow(256, bytes.Value) - 1;
        if (max > most)
        {
            problems.Add(section.LineOf("max"), $"a length of {bytes} bytes cannot say {max}");
        }

        return new LengthFrame(bytes.Value, kind == "digits") { Max = max };
    }
}
