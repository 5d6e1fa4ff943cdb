using System.Globalization;
using CsvHelper;
using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

/// <summary>Tables of pairs and the level that each compares to. A case whose level is not yet what it should be says so under "wanted".</summary>
public sealed class ComparatorTableTests(ITestOutputHelper output)
{
    [Theory, Trait("Case", "LINK-14")]
    [InlineData("people", ColumnKind.ChineseName, 50)]
    [InlineData("organisations", ColumnKind.ChineseName, 50)]
    [InlineData("addresses", ColumnKind.ChineseAddress, 50)]
    [InlineData("resident-ids", ColumnKind.ResidentId, 50)]
    [InlineData("phones", ColumnKind.Phone, 50)]
    [InlineData("names", ColumnKind.Name, 20)]
    [InlineData("dates", ColumnKind.Date, 20)]
    [InlineData("numbers", ColumnKind.Number, 20)]
    [InlineData("emails", ColumnKind.Email, 20)]
    [InlineData("texts", ColumnKind.Text, 20)]
    [InlineData("categories", ColumnKind.Category, 20)]
    [InlineData("phone-lists", ColumnKind.Phones, 20)]
    [InlineData("email-lists", ColumnKind.Emails, 20)]
    [InlineData("quantities", ColumnKind.Quantity, 20)]
    [InlineData("years", ColumnKind.Year, 20)]
    [InlineData("coordinates", ColumnKind.Coordinates, 20)]
    [InlineData("codes", ColumnKind.Code, 20)]
    public void Each_pair_compares_to_its_level_in_both_directions(string file, ColumnKind kind, int atLeast)
    {
        var cases = ComparatorCase.Read(file);
        Assert.True(cases.Count >= atLeast, $"{cases.Count} cases");
        var comparator = ComparatorCase.ComparatorOf(cases, kind);
        foreach (var c in cases.Where(c => c.Wanted.Length > 0))
        {
            output.WriteLine($"{file}: \"{c.A}\" and \"{c.B}\" compare to {c.Level}, {c.Wanted} is wanted: {c.Why}");
        }

        var wrong = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var (c, found) = (cases[i], comparator.Levels[comparator.Level(2 * i, (2 * i) + 1)]);
            Assert.Contains(c.Level, comparator.Levels);
            Assert.Contains(c.Wanted.Length > 0 ? c.Wanted : c.Level, comparator.Levels);
            Assert.Equal(comparator.Level(2 * i, (2 * i) + 1), comparator.Level((2 * i) + 1, 2 * i));
            if (found != c.Level)
            {
                wrong.Add($"\"{c.A}\" and \"{c.B}\" compare to {found}, not {c.Level}: {c.Why}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}

/// <summary>One pair of a table under Cases.</summary>
internal sealed record ComparatorCase(string A, string B, string Level, string Why, string Wanted)
{
    public static List<ComparatorCase> Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(AppContext.BaseDirectory, "Cases", $"{file}.csv")), new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null });
        csv.Read();
        csv.ReadHeader();
        var cases = new List<ComparatorCase>();
        while (csv.Read())
        {
            cases.Add(new(csv[0]!, csv[1]!, csv[2]!, csv[3]!, csv.GetField(4) ?? ""));
        }

        return cases;
    }

    /// <summary>Both values of case i are rows 2i and 2i + 1 of one column. Of names written "given/surname" that is the column of given names.</summary>
    public static Comparator ComparatorOf(IReadOnlyList<ComparatorCase> cases, ColumnKind kind)
    {
        var rows = cases.SelectMany(c => (string[])[c.A, c.B]).Select(value => kind == ColumnKind.Name && value.Contains('/', StringComparison.Ordinal) ? value.Split('/') : [value, ""]);
        var table = LabelledData.TableOf(["value", "other"], rows);
        var value = (Spelling.Of(table.Columns[0], kind), kind);
        return Comparisons.Of(table.Columns[1].Values.Count > 0 ? [value, (table.Columns[1], kind)] : [value], new LinkDefaults()).Single(c => c.Name == "value");
    }
}
