using Granary.Ocrm.Analysis;

namespace Granary.Ocrm.Tests;

/// <summary>What can be worked out from tables of anonymous answers (docs/cases.md, ANLZ).</summary>
public sealed class SmallCellsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("10 20 30", "10 20 30")]
    [InlineData("10 20 3", "* 20 *")] // 3 alone would be the whole minus the rest
    [InlineData("10 2 4", "10 * *")] // six people, of whom nobody knows who is where
    [InlineData("10 1 2", "* * *")]
    [InlineData("10 20 0", "10 20 0")] // of nobody nothing is told
    [InlineData("4", "*")]
    [Trait("Case", "ANLZ-20")]
    public void A_small_figure_is_hidden_with_another_one_so_that_it_is_not_the_rest(string counts, string shown)
    {
        var cells = counts.Split(' ').Select(long.Parse).ToList();
        Assert.Equal(shown, string.Join(' ', SmallCells.Hidden(cells).Zip(cells).Select(c => c.First ? "*" : $"{c.Second}")));
    }

    /// <summary>
    /// Somebody asks for all that they may: the counts of three questions and all three cross tables. All of it together is a system of linear
    /// equations over what is hidden; whatever has one solution alone must not be one to four people.
    /// </summary>
    [Fact, Trait("Case", "ANLZ-21")]
    public void Nothing_that_follows_from_all_tables_together_is_one_to_four_people()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            int[] sizes = [random.Next(2, 6), random.Next(2, 6), random.Next(2, 5)];
            var skew = random.Next(1, 4);
            var people = Enumerable.Range(0, random.Next(5, 120)).Select(_ => sizes.Select(s => Enumerable.Range(0, skew).Min(_ => random.Next(s))).ToArray()).ToList();
            var attack = new Attack();
            var hidden = new Dictionary<object, long>();
            foreach (var (a, size) in sizes.Select((s, i) => (i, s)))
            {
                var counts = Enumerable.Range(0, size).Select(v => (long)people.Count(p => p[a] == v)).ToList();
                attack.Know(Enumerable.Range(0, size).Select(v => (object)(a, v)));
                Publish(counts, SmallCells.Hidden(counts), v => (a, v));
            }

            foreach (var (a, b) in new[] { (0, 1), (0, 2), (1, 2) })
            {
                var cells = new long[sizes[a], sizes[b]];
                people.ForEach(p => cells[p[a], p[b]]++);
                var masked = SmallCells.Hidden(cells);
                for (var r = 0; r < sizes[a]; r++)
                {
                    attack.Equal((a, r), Enumerable.Range(0, sizes[b]).Select(c => (object)(a, b, r, c)));
                    Publish([.. Enumerable.Range(0, sizes[b]).Select(c => cells[r, c])], [.. Enumerable.Range(0, sizes[b]).Select(c => masked[r, c])], c => (a, b, r, c));
                }

                for (var c = 0; c < sizes[b]; c++)
                {
                    attack.Equal((b, c), Enumerable.Range(0, sizes[a]).Select(r => (object)(a, b, r, c)));
                }
            }

            Assert.DoesNotContain(attack.Solved(), s => hidden.ContainsKey(s) && hidden[s] is > 0 and < SmallCells.Least);

            void Publish(IReadOnlyList<long> counts, IReadOnlyList<bool> masked, Func<int, object> name)
            {
                for (var i = 0; i < counts.Count; i++)
                {
                    if (masked[i])
                    {
                        hidden[name(i)] = counts[i];
                    }
                    else
                    {
                        Assert.False(counts[i] is > 0 and < SmallCells.Least);
                        attack.Know([name(i)]);
                    }
                }
            }
        }
    }

    /// <summary>Linear equations, solved by elimination modulo a large prime: which unknowns have one value alone.</summary>
    private sealed class Attack
    {
        private const long Prime = 1_000_000_007;

        private readonly Dictionary<object, int> _unknowns = [];
        private readonly List<Dictionary<int, long>> _rows = [];

        /// <summary>What it comes to does not matter for whether it is known.</summary>
        public void Know(IEnumerable<object> sum) => _rows.Add(sum.ToDictionary(Of, _ => 1L));

        public void Equal(object one, IEnumerable<object> sum)
        {
            var row = sum.ToDictionary(Of, _ => 1L);
            row[Of(one)] = Prime - 1;
            _rows.Add(row);
        }

        /// <summary>What an equation says alone once all others were taken into it.</summary>
        public IEnumerable<object> Solved()
        {
            var names = _unknowns.ToDictionary(u => u.Value, u => u.Key);
            var reduced = new Dictionary<int, Dictionary<int, long>>();
            foreach (var row in _rows)
            {
                foreach (var (pivot, other) in reduced)
                {
                    Take(row, pivot, other);
                }

                if (row.Count == 0)
                {
                    continue;
                }

                var (lead, factor) = row.First();
                var inverse = Power(factor, Prime - 2);
                foreach (var key in row.Keys.ToList())
                {
                    row[key] = row[key] * inverse % Prime;
                }

                foreach (var other in reduced.Values)
                {
                    Take(other, lead, row);
                }

                reduced[lead] = row;
            }

            return reduced.Where(r => r.Value.Count == 1).Select(r => names[r.Key]);
        }

        private int Of(object name)
        {
            _unknowns.TryAdd(name, _unknowns.Count);
            return _unknowns[name];
        }

        private static void Take(Dictionary<int, long> from, int pivot, Dictionary<int, long> row)
        {
            if (!from.TryGetValue(pivot, out var times))
            {
                return;
            }

            foreach (var (key, value) in row)
            {
                var left = ((from.GetValueOrDefault(key) - (times * value % Prime)) + Prime) % Prime;
                if (left == 0)
                {
                    from.Remove(key);
                }
                else
                {
                    from[key] = left;
                }
            }
        }

        private static long Power(long value, long exponent)
        {
            var result = 1L;
            for (var (factor, rest) = (value, exponent); rest > 0; rest >>= 1, factor = factor * factor % Prime)
            {
                result = (rest & 1) == 1 ? result * factor % Prime : result;
            }

            return result;
        }
    }
}
