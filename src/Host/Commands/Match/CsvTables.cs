using System.Text;
using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary>Reads CSV files into one table; columns of the same name are one column.</summary>
internal sealed class CsvTables(MatchRequest request)
{
    /// <summary>Files are numbered in a byte.</summary>
    private const int MostFiles = 255;

    /// <summary>Bytes by which an encoding is told: valid UTF-8 is hardly ever GB18030.</summary>
    private const int Looked = 1 << 20;

    private readonly ValueStore _truth = new();
    private readonly List<int> _ofRows = [];

    public List<Encoding> Encodings { get; } = [];

    public List<int> FirstRows { get; } = [];

    public int[]? Truth => request.Truth is null ? null : [.. _ofRows];

    /// <exception cref="UserError">A file has no heading, or a column that was named is in none.</exception>
    public Table Read()
    {
        if (request.Files.Count > MostFiles)
        {
            throw new UserError($"{request.Files.Count} files were given; at most {MostFiles} can be read at once");
        }

        var heads = request.Files.Select(Head).ToList();
        foreach (var named in request.Exclude.Append(request.Truth).Where(named => named is not null && !heads.Any(h => h.Contains(named))))
        {
            throw new UserError($"there is no column \"{named}\"; there are {string.Join(", ", heads.SelectMany(h => h).Distinct())}");
        }

        var columns = heads.SelectMany(h => h).Distinct().Where(name => name != request.Truth && !request.Exclude.Contains(name)).ToList();
        var table = new TableBuilder(columns);
        for (var file = 0; file < request.Files.Count; file++)
        {
            FirstRows.Add(table.Rows);
            ReadFile(table, columns, heads[file], file);
        }

        return table.Rows > 1 ? table.Build() : throw new UserError("there are fewer than two records to compare");
    }

    private void ReadFile(TableBuilder table, List<string> columns, string[] head, int file)
    {
        var places = head.Select(name => columns.IndexOf(name)).ToArray();
        var absent = Enumerable.Range(0, columns.Count).Where(column => !places.Contains(column)).ToArray();
        var truth = request.Truth is null ? -1 : Array.IndexOf(head, request.Truth);
        using var csv = new CsvRecords(request.Files[file], Encodings[file]);
        csv.Read();
        while (csv.Read())
        {
            table.StartRow((byte)file);
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] >= 0)
                {
                    table.Cell(places[i], i < csv.Count ? csv[i] : "");
                }
            }

            foreach (var column in absent)
            {
                table.Cell(column, "");
            }

            if (request.Truth is not null)
            {
                _ofRows.Add(truth >= 0 && truth < csv.Count ? _truth.Add(csv[truth]) : 0);
            }
        }
    }

    private string[] Head(FileInfo file)
    {
        Encodings.Add(EncodingOf(file));
        using var csv = new CsvRecords(file, Encodings[^1]);
        var head = HeadOf(csv);
        return head.Any(name => name.Length > 0) ? head : throw new UserError($"{file.Name} is empty: its first line should name the columns");
    }

    /// <summary>The names in the first line; none where the file is empty.</summary>
    public static string[] HeadOf(CsvRecords csv) => csv.Read() ? [.. Enumerable.Range(0, csv.Count).Select(i => csv[i].Trim().ToString())] : [];

    /// <summary>UTF-8 where the bytes are, otherwise GB18030.</summary>
    public static Encoding EncodingOf(FileInfo file)
    {
        var bytes = new byte[Math.Min(Looked, file.Length)];
        using (var stream = file.OpenRead())
        {
            stream.ReadExactly(bytes);
        }

        // The last character may be cut.
        var end = bytes.Length;
        while (end > 0 && bytes.Length - end < 4 && bytes[end - 1] >= 0x80)
        {
            end--;
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, bytes.Length < Looked ? bytes.Length : end)))
        {
            return Encoding.UTF8;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }
}
