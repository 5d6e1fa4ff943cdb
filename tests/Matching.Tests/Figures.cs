using Granary.Matching;

namespace Granary.Tests;

/// <summary>Measures CPU time (the machine is shared), asserts nothing, and runs only when asked for: docs/figures.md gives the command.</summary>
public sealed class Figures(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void What_normalising_scoring_and_deciding_cost()
    {
        var traffic = Traffic.Load();
        var matcher = new Matcher(MatchModel.Default);
        var records = traffic.Messages.Select(MatchRecord.From).ToArray();
        Measure("normalise a record", traffic.Messages.Count, i => MatchRecord.From(traffic.Messages[i]));
        Measure("blocking keys of a record", records.Length, i => BlockingKeys.Of(records[i]));

        var blocks = records.SelectMany(r => BlockingKeys.Of(r).Select(k => (k, r))).GroupBy(x => x.k, x => x.r).Where(g => g.Count() > 1);
        var pairs = blocks.SelectMany(b => b.Skip(1).Zip(b)).ToArray();
        Measure("score a pair of a block", pairs.Length, i => matcher.Score(pairs[i].First, pairs[i].Second));
        var random = new Random(1);
        var strangers = Enumerable.Range(0, pairs.Length).Select(_ => (records[random.Next(records.Length)], records[random.Next(records.Length)])).ToArray();
        Measure("score a pair of strangers", strangers.Length, i => matcher.Score(strangers[i].Item1, strangers[i].Item2));

        var start = Environment.CpuUsage.UserTime;
        var hub = new MemoryHub(new Resolver(matcher));
        traffic.Messages.ForEach(hub.Receive);
        output.WriteLine($"a day through the in-memory hub: {traffic.Messages.Count / (Environment.CpuUsage.UserTime - start).TotalSeconds:F0} messages a CPU second");
    }

    private void Measure(string what, int count, Action<int> work)
    {
        for (var i = 0; i < 5 * count; i++)
        {
            work(i % count); // until the compiler has done what it does
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.UserTime;
        for (var i = 0; i < count; i++)
        {
            work(i);
        }

        var elapsed = Environment.CpuUsage.UserTime - start;
        output.WriteLine($"{what}: {elapsed.TotalMicroseconds / count:F2} µs CPU, {(GC.GetAllocatedBytesForCurrentThread() - before) / count} bytes ({count} times)");
    }
}
