using Granary.Matching;

namespace Granary.Tests;

public sealed class AccuracyTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Case", "MATCH-20")]
    public void A_days_traffic_is_resolved_with_the_asked_precision_and_recall()
    {
        var traffic = Traffic.Load();
        var matcher = new Matcher(MatchModel.Default);
        var hub = new MemoryHub(new Resolver(matcher));
        foreach (var message in traffic.Messages)
        {
            hub.Receive(message);
        }

        var found = Pairwise.Of(hub.Partition(), traffic.Truth);
        output.WriteLine($"{found}; {hub.Partition().Count()} parties, {hub.Merges} merges, {hub.Moves} moves, {hub.Disputed} disputed, {hub.Suspects.Count} suspects; candidates mean {(double)hub.Candidates / traffic.Messages.Count:F2}, most {hub.MostCandidates}");
        if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
        {
            Dump(dump, hub, traffic, matcher);
        }

        Assert.True(found.F1 >= 0.98, found.ToString());
        Assert.True(found.Precision >= 0.995, found.ToString());
    }

    private static void Dump(string path, MemoryHub hub, Traffic traffic, Matcher matcher)
    {
        using var w = new StreamWriter(path);
        foreach (var customer in hub.Parties.Keys.GroupBy(id => traffic.Truth[id]).Where(g => g.Select(id => hub.Parties[id]).Distinct().Count() > 1))
        {
            w.WriteLine($"## split {customer.Key}");
            var ids = customer.ToList();
            for (var i = 0; i < ids.Count; i++)
            {
                var a = hub.Records[ids[i]];
                w.WriteLine($"   [{hub.Parties[ids[i]]}] {Show(a)}");
                for (var j = i + 1; j < ids.Count; j++)
                {
                    if (hub.Parties[ids[i]] != hub.Parties[ids[j]])
                    {
                        var s = matcher.Score(a, hub.Records[ids[j]]);
                        w.WriteLine($"        {ids[i]} {ids[j]} {s.Verdict} {s.CannotLink} {s.Weight:F1} {string.Join(' ', matcher.Explain(s).Where(e => e.Level != "missing").Select(e => $"{e.Comparison}:{e.Level}"))}");
                    }
                }
            }
        }

        foreach (var party in hub.Partition().Where(p => p.Select(id => traffic.Truth[id]).Distinct().Count() > 1))
        {
            w.WriteLine($"## mixed {party.Key}");
            foreach (var id in party)
            {
                w.WriteLine($"   {traffic.Truth[id]} {Show(hub.Records[id])}");
            }
        }

        var reviewTrue = hub.Suspects.Count(s => traffic.Truth[s.Item1] == traffic.Truth[s.Item2]);
        w.WriteLine($"suspects {hub.Suspects.Count}, true {reviewTrue}");
        foreach (var s in hub.Suspects.Where(s => traffic.Truth[s.Item1] != traffic.Truth[s.Item2]).Take(40))
        {
            var p = matcher.Score(hub.Records[s.Item1], hub.Records[s.Item2]);
            w.WriteLine($"  false suspect {p.Weight:F1} {p.CannotLink} {string.Join(' ', matcher.Explain(p).Where(e => e.Level != "missing").Select(e => $"{e.Comparison}:{e.Level}"))}\n     {Show(hub.Records[s.Item1])}\n     {Show(hub.Records[s.Item2])}");
        }
    }

    private static string Show(MatchRecord r) =>
        $"{r.Id} {r.Name.Canonical} {r.Birth} {r.Gender} {string.Join(',', r.Claims.Select(c => c.Identity.Key + (c.Trusted ? "+" : "!")))} {string.Join(',', r.Phones)} {string.Join(',', r.Addresses.Select(a => a.Canonical))} {string.Join(',', r.Emails)}";
}
