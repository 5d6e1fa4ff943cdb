using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>The lines of one file that were refused, for its response; several records may be answered at once.</summary>
internal sealed class RefusedLines(Interface format)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, ResponseLine> lines = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ResponseLine> All
    {
        get
        {
            lock (gate)
            {
                return [.. lines.Values];
            }
        }
    }

    public void Note(int line, Verdict verdict)
    {
        if (verdict.Done)
        {
            return;
        }

        lock (gate)
        {
            lines[line] = new ResponseLine(line, format.CodeOf(Verdicts.Reply(verdict)), verdict.Field, verdict.Text);
        }
    }
}
