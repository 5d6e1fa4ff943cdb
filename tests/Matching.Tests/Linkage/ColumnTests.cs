using System.Globalization;
using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

/// <summary>What columns are taken for, by what they hold, and what the settings say instead.</summary>
public sealed class ColumnTests
{
    private static readonly string[] Heads = ["name", "mobile", "home phone", "mail", "lat", "lon", "place", "price", "year of birth", "age", "model", "branch"];

    private static readonly Table People = LabelledData.TableOf(Heads, Rows());

    [Fact, Trait("Case", "LINK-30")]
    public void Columns_are_known_for_what_they_hold()
    {
        var kinds = new Linker(new LinkOptions()).Run(People).Settings.Columns;
        Assert.Equal(
            [
                ColumnKind.Name, ColumnKind.Phones, ColumnKind.Phones, ColumnKind.Emails, ColumnKind.Latitude, ColumnKind.Longitude, ColumnKind.Coordinates,
                ColumnKind.Quantity, ColumnKind.Year, ColumnKind.Quantity, ColumnKind.Code, ColumnKind.Ignored,
            ],
            Heads.Select(head => kinds[head]));
    }

    [Fact, Trait("Case", "LINK-31")]
    public void Columns_that_belong_together_are_compared_as_one_and_apart_where_the_settings_say_so()
    {
        var linked = new Linker(new LinkOptions()).Run(People);
        Assert.Contains("mobile, home phone", linked.Comparators.Select(c => c.Name));
        Assert.Contains("lat, lon", linked.Comparators.Select(c => c.Name));
        Assert.DoesNotContain("lon", linked.Comparators.Select(c => c.Name));
        var phones = linked.Comparators.Single(c => c.Name == "mobile, home phone");
        Assert.Equal("shared", phones.Levels[phones.Level(0, 1)]); // one's mobile is the other's phone at home

        var again = new Linker(new LinkOptions { Settings = LinkSettings.Parse(linked.Settings.Write()) }).Run(People);
        Assert.Equal(linked.Clusters, again.Clusters);
        var apart = new LinkSettings { Columns = new Dictionary<string, ColumnKind> { ["mobile"] = ColumnKind.Phone, ["home phone"] = ColumnKind.Phone, ["lat"] = ColumnKind.Ignored, ["lon"] = ColumnKind.Quantity } };
        var names = new Linker(new LinkOptions { Settings = apart }).Run(People).Comparators.Select(c => c.Name).ToList();
        Assert.Contains("mobile", names);
        Assert.Contains("home phone", names);
        Assert.Contains("lon", names);
        Assert.DoesNotContain("lat", names);
    }

    /// <summary>Two records of each of 300 people; in the second the phones have changed places.</summary>
    private static IEnumerable<string[]> Rows()
    {
        var random = new Random(3);
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < 300; i++)
        {
            var name = new string([.. Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26)))]);
            var (mobile, home, year) = (Text($"139{random.Next(100_000_000):D8}"), Text($"0451{random.Next(20_000_000, 88_000_000)}"), 1940 + random.Next(60));
            var (north, east, price, model) = (45 + random.NextDouble(), 126 + random.NextDouble(), 10 + (random.NextDouble() * 900), Text($"{name[..3]}-{random.Next(100, 999)}{name[^1]}"));
            yield return [name, mobile, home, Text($"{name}@a.com"), Text($"{north:f5}"), Text($"{east:f5}"), Text($"{north:f4} {east:f4}"), Text($"{price:f2}"), $"{year}", $"{2026 - year}", model, "one"];
            yield return [name, home, i % 3 == 0 ? "" : mobile, Text($"{name}@a.com; {name}@b.com"), Text($"{north + 0.0003:f5}"), Text($"{east:f5}"), Text($"{north + 0.001:f4} {east:f4}"), Text($"{price * 1.01:f2}"), $"{year + (i % 5 == 0 ? 1 : 0)}", $"{2026 - year}", model, "two"];
        }
    }
}
