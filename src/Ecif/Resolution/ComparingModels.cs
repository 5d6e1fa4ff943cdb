using System.Text.Json;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Resolution;

/// <summary>What one party or two would come to under the new model and not under the old.</summary>
/// <param name="What">merge, split, review (to be shown to a steward) or settled (no longer shown).</param>
/// <param name="Party">A party number.</param>
/// <param name="Other">The other's; null for a split, and where both parts of one are to be shown beside each other.</param>
public sealed record ModelDifference(string What, string Party, string? Other);

/// <summary>Sums of a comparison over the parties that it has passed.</summary>
/// <param name="Merges">Pairs of parties that would be merged.</param>
/// <param name="Splits">Groups of records that would get a party of their own, or go to another.</param>
/// <param name="Reviews">Pairs that a steward would be shown besides.</param>
/// <param name="Settled">Pairs that a steward would be shown no longer.</param>
/// <param name="Examples">The first of each kind.</param>
public sealed record ComparisonFigures(long Parties, long Merges, long Splits, long Reviews, long Settled, IReadOnlyList<ModelDifference> Examples)
{
    public static ComparisonFigures Nothing { get; } = new(0, 0, 0, 0, 0, []);
}

/// <summary>A new model beside the old one over the whole base: reads, and changes nothing.</summary>
internal sealed class ComparingModels(EcifDatabase database, IntakeRules rules)
{
    private const int MostExamples = 20;

    private readonly PartyPages _pages = new(rules);

    /// <summary>Passes one page.</summary>
    /// <returns>The run as it is after it; done where it was the last.</returns>
    public Task<MatchRun> PassAsync(MatchRun run, Matcher before, Matcher after, CancellationToken cancellation) => database.ReadAsync(async session =>
    {
        var until = run.Until > 0 ? run.Until : await PartyPages.LastAsync(session);
        var ids = await _pages.NextAsync(session, run.Position, until);
        var (set, parties) = await _pages.LoadAsync(session, ids);
        var figures = FiguresOf(run);
        var (old, now) = (DecidingBy(set, before), DecidingBy(set, after));
        foreach (var party in parties)
        {
            figures = Add(figures, DifferencesOf(party, set, old, now, before, after));
        }

        return run with
        {
            Until = until,
            Position = ids.Count > 0 ? ids[^1] : until,
            State = ids.Count < rules.Limits.PageParties ? RunState.Done : RunState.Running,
            Figures = JsonSerializer.Serialize(figures with { Parties = figures.Parties + parties.Count }, MatchRun.Json),
        };
    }, cancellation);

    public static ComparisonFigures FiguresOf(MatchRun run) =>
        run.Figures.Length == 0 ? ComparisonFigures.Nothing : JsonSerializer.Deserialize<ComparisonFigures>(run.Figures, MatchRun.Json)!;

    /// <summary>A pair of parties is counted with the one of the lower id.</summary>
    private static IEnumerable<ModelDifference> DifferencesOf(Party party, WorkingSet set, Deciding old, Deciding now, Matcher before, Matcher after)
    {
        var (was, will) = (Outlook.Of(party, set, old), Outlook.Of(party, set, now));
        IEnumerable<ModelDifference> Pairs(string what, HashSet<long> there, HashSet<long> here) =>
            there.Where(id => id > party.Id && !here.Contains(id)).Order().Select(id => new ModelDifference(what, party.Number, PartyNumber.Of(id)));

        var parts = Outlook.Parts(party, set, now, before, after);
        var leaving = will.Leaves.Count(r => !was.Leaves.Contains(r) && !parts.Exists(part => part.Contains(r)));
        return Pairs("merge", will.Joins, was.Joins)
            .Concat(Enumerable.Repeat(new ModelDifference("split", party.Number, null), parts.Count + leaving))
            .Concat(parts.Where(part => IsReviewed(part, party, set, after)).Select(_ => new ModelDifference("review", party.Number, null)))
            .Concat(Pairs("review", will.Reviews, was.Reviews))
            .Concat(Pairs("settled", was.Reviews, [.. will.Reviews, .. will.Joins]));
    }

    /// <summary>Whether a steward is to be shown what leaves a party beside what stays.</summary>
    private static bool IsReviewed(List<SourceRecord> part, Party party, WorkingSet set, Matcher matcher) => part.Exists(a =>
        set.MembersOf(party.Id).Exists(b => !b.IsRemark && !part.Contains(b) && matcher.Score(set.MatchOf(a), set.MatchOf(b)).Verdict == Verdict.Review));

    private static ComparisonFigures Add(ComparisonFigures figures, IEnumerable<ModelDifference> differences)
    {
        foreach (var difference in differences)
        {
            figures = difference.What switch
            {
                "merge" => figures with { Merges = figures.Merges + 1 },
                "split" => figures with { Splits = figures.Splits + 1 },
                "review" => figures with { Reviews = figures.Reviews + 1 },
                _ => figures with { Settled = figures.Settled + 1 },
            };
            if (figures.Examples.Count(e => e.What == difference.What) < MostExamples)
            {
                figures = figures with { Examples = [.. figures.Examples, difference] };
            }
        }

        return figures;
    }

    private Deciding DecidingBy(WorkingSet set, Matcher matcher) => new(set, new Resolver(matcher), rules.Survivorship, rules.Subscriptions, NoIds.Instance, rules.DefaultUnit);

    /// <summary>What is only foreseen opens nothing.</summary>
    private sealed class NoIds : IIds
    {
        public static NoIds Instance { get; } = new();

        public long NextParty() => throw new NotSupportedException();

        public long NextRecord() => throw new NotSupportedException();
    }
}
