using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

/// <summary>What holds for every comparator whatever the values: those of its table, each mistyped once and twice, and what nobody would type.</summary>
public sealed class ComparatorPropertyTests
{
    public static TheoryData<string, ColumnKind> All => new()
    {
        { "people", ColumnKind.ChineseName },
        { "organisations", ColumnKind.ChineseName },
        { "addresses", ColumnKind.ChineseAddress },
        { "resident-ids", ColumnKind.ResidentId },
        { "phones", ColumnKind.Phone },
        { "names", ColumnKind.Name },
        { "dates", ColumnKind.Date },
        { "numbers", ColumnKind.Number },
        { "emails", ColumnKind.Email },
        { "texts", ColumnKind.Text },
        { "categories", ColumnKind.Category },
        { "phone-lists", ColumnKind.Phones },
        { "email-lists", ColumnKind.Emails },
        { "quantities", ColumnKind.Quantity },
        { "years", ColumnKind.Year },
        { "coordinates", ColumnKind.Coordinates },
        { "codes", ColumnKind.Code },
    };

    [Theory, MemberData(nameof(All)), Trait("Case", "LINK-15")]
    public void Levels_are_symmetric_and_of_those_that_have_names(string file, ColumnKind kind)
    {
        var seed = Random.Shared.Next();
        var (comparator, rows) = RandomOf(file, kind, seed);
        for (var a = 0; a < rows; a++)
        {
            for (var b = a; b < rows; b++)
            {
                var level = comparator.Level(a, b);
                Assert.True(level == comparator.Level(b, a), $"seed {seed}: {comparator.Said(a)} and {comparator.Said(b)} give {level}, the other way {comparator.Level(b, a)}");
                Assert.True(level >= 0 && level <= comparator.Different, $"seed {seed}: level {level} of {comparator.Said(a)} and {comparator.Said(b)}");
                Assert.True((level == Comparator.Missing) == (comparator.Value(a) == 0 || comparator.Value(b) == 0), $"seed {seed}: {comparator.Said(a)} and {comparator.Said(b)} both say something");
                Assert.True(comparator.Value(a) != comparator.Value(b) || level <= Comparator.Exact, $"seed {seed}: {comparator.Said(a)} is not itself");
            }
        }
    }

    [Theory, MemberData(nameof(All)), Trait("Case", "LINK-12")]
    public void Comparing_allocates_nothing(string file, ColumnKind kind)
    {
        var (comparator, rows) = RandomOf(file, kind, Random.Shared.Next());
        var least = long.MaxValue;
        var sum = 0;
        // The first pass reads tables of characters, and a collection that other tests cause counts what is left of this thread's chunk: the best pass tells.
        for (var pass = 0; pass < 8 && least > 0; pass++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var a = 0; a < rows; a++)
            {
                for (var b = 0; b < rows; b++)
                {
                    sum += comparator.Level(a, b);
                }
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(sum > 0);
        Assert.Equal(0, least);
    }

    private static (Comparator Comparator, int Rows) RandomOf(string file, ColumnKind kind, int seed)
    {
        var random = new Random(seed);
        var values = ComparatorCase.Read(file).SelectMany(c => (string[])[c.A, c.B]).Distinct().OrderBy(_ => random.Next()).Take(80).ToList();
        var mistyped = values.SelectMany(value => (string[])[value, Mistyped(value, random), Mistyped(Mistyped(value, random), random)]);
        List<string> odd = ["", " ", "0", "a", "□", "\uE863", "𠮷", "\uD842", "@", "号", "县", new('a', 200), new('市', 200)];
        var cases = mistyped.Concat(odd).Chunk(2).Select(pair => new ComparatorCase(pair[0], pair[^1], "", "", "")).ToList();
        return (ComparatorCase.ComparatorOf(cases, kind), cases.Count * 2);
    }

    private static string Mistyped(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var typed = "0a王号县 -□"[random.Next(8)];
        return random.Next(3) switch
        {
            0 => text.Insert(at, typed.ToString()),
            1 when at < text.Length => text.Remove(at, 1),
            2 when at + 1 < text.Length => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
            _ => text,
        };
    }
}
