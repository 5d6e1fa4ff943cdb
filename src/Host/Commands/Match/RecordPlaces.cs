using System.Globalization;

namespace Granary.Host.Commands.Match;

/// <summary>How people name a record: by its number in its file, from 1.</summary>
/// <param name="Files">Names of the files.</param>
/// <param name="FirstRows">For each the table's row of its first record; last, how many rows there are.</param>
internal sealed record RecordPlaces(IReadOnlyList<string> Files, IReadOnlyList<int> FirstRows)
{
    /// <summary>The table's row; null where there is no such record. A single file need not be named.</summary>
    public int? Row(string file, string record)
    {
        var at = Files.Count == 1 ? 0 : Files.ToList().IndexOf(file);
        return at >= 0 && int.TryParse(record, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= FirstRows[at + 1] - FirstRows[at]
            ? FirstRows[at] + number - 1
            : null;
    }

    /// <summary>"12", or where there are several files "people.csv:12".</summary>
    public string Name(int row)
    {
        var at = Files.Count - 1;
        while (FirstRows[at] > row)
        {
            at--;
        }

        return Files.Count == 1 ? Number(row - FirstRows[at] + 1) : $"{Files[at]}:{Number(row - FirstRows[at] + 1)}";
    }

    /// <summary>The row that a <see cref="Name"/> names; null where it names none.</summary>
    public int? Parse(string name) => name.LastIndexOf(':') is >= 0 and var colon ? Row(name[..colon], name[(colon + 1)..]) : Files.Count == 1 ? Row("", name) : null;

    /// <summary>The rows of two names with a comma between: "12,57", "old.csv:12,new.csv:3".</summary>
    /// <exception cref="UserError">There are no such two records.</exception>
    public (int A, int B) Pair(string names)
    {
        var (first, last) = (Name(0), Name(FirstRows[^1] - 1));
        int RowOf(string name) => Parse(name) ?? throw new UserError($"there is no record \"{name}\": they are {first} to {last}");
        return names.Split(',', StringSplitOptions.TrimEntries) is [var one, var other] && one != other
            ? (RowOf(one), RowOf(other))
            : throw new UserError($"--explain takes two records with a comma between, e.g. {first},{last}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
