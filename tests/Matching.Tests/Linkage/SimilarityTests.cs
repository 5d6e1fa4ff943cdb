using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

public sealed class SimilarityTests
{
    // Winkler's own examples (1990), to four places.
    [Theory, Trait("Case", "LINK-10")]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("same", "same", 1)]
    [InlineData("abc", "xyz", 0)]
    public void Jaro_and_Winkler_measure_as_published(string a, string b, double expected) => Assert.Equal(expected, Similarity.JaroWinkler(a, b), 4);

    // Pairs of "night" and "nacht": ni ig gh ht, na ac ch ht.
    [Theory, Trait("Case", "LINK-10")]
    [InlineData("night", "nacht", 1.0 / 7)]
    [InlineData("abab", "ab", 0.5)]
    [InlineData("same", "same", 1)]
    [InlineData("a", "a", 1)]
    [InlineData("a", "ab", 0)]
    [InlineData("", "", 0)]
    public void Jaccard_measures_what_two_share_of_what_either_has(string a, string b, double expected) =>
        Assert.Equal(expected, Similarity.Jaccard(Similarity.Pairs(a), Similarity.Pairs(b)), 9);

    [Fact, Trait("Case", "LINK-11")]
    public void Edits_are_counted_as_a_plain_table_counts_them_and_bounds_hold_in_both_directions()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var a = Word(random, 8);
            var b = random.Next(2) == 0 ? Word(random, 8) : Mistyped(a, random);
            var plain = Plain(a, b);
            for (var most = 1; most <= 3; most++)
            {
                Assert.True(Similarity.Edits(a, b, most) == Math.Min(plain, most + 1), $"seed {seed}: {a} {b} at most {most}: {Similarity.Edits(a, b, most)}, not {plain}");
            }

            Assert.True(Sketch.MayBeWithin(plain, Sketch.OfText(a), Sketch.OfText(b)), $"seed {seed}: sketches of {a} {b}");
            Assert.True(Sketch.MayBeWithin(plain, Sketch.OfNumber(a), Sketch.OfNumber(b)), $"seed {seed}: sketches of {a} {b}");
            var alike = Similarity.JaroWinkler(a, b);
            Assert.InRange(alike, 0, 1);
            Assert.True(alike <= Sketch.MostJaroWinkler(Sketch.OfText(a), Sketch.OfText(b)) + 1e-9, $"seed {seed}: bound of {a} {b}");
            Assert.Equal(alike, Similarity.JaroWinkler(b, a), 9);
            Assert.Equal(Similarity.Edits(a, b, 3), Similarity.Edits(b, a, 3));
        }
    }

    [Fact, Trait("Case", "LINK-12")]
    public void Nothing_is_allocated()
    {
        static double Measure(int times)
        {
            var sum = 0.0;
            for (var i = 0; i < times; i++)
            {
                sum += Similarity.Edits("henderson", "hendersen", 2) + Similarity.JaroWinkler("henderson", "anderson");
            }

            return sum;
        }

        Assert.True(Measure(10) > 0); // compiled
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure(1_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory, Trait("Case", "LINK-13")]
    [InlineData("1975-08-24", 19750824)]
    [InlineData("19750824", 19750824)]
    [InlineData("1975/8/24", 19750824)]
    [InlineData("24/08/1975", 19750824)]
    [InlineData("24.8.1975", 19750824)]
    [InlineData("24081975", 19750824)]
    [InlineData("1975年8月24日", 19750824)]
    [InlineData("1975-08-24 00:00:00", 19750824)]
    [InlineData("1975-24-08", 19752408)]
    [InlineData("1975-24-24", 0)]
    [InlineData("4011", 0)]
    [InlineData("13845678901", 0)]
    [InlineData("st james", 0)]
    public void Days_are_read_as_people_write_them(string text, int day) => Assert.Equal(day, Days.TryParse(text, out var read) ? read : 0);

    private static string Word(Random random, int most) => new([.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => (char)('a' + random.Next(4)))]);

    private static string Mistyped(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch { 0 => text.Remove(at, 1) + "a", 1 => text.Insert(at, "b"), _ => string.Concat(text.AsSpan(0, at), "c", text.AsSpan(at + 1)) };
    }

    private static int Plain(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
