using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Resolution;

/// <summary>A version becomes the one that decides: compared over the whole base first, and by two people's word.</summary>
internal sealed class GoingLive(EcifDatabase database, TimeProvider clock) : IProposalKind
{
    public const string Kind = "models.use";

    public string Name => Kind;

    /// <summary>What the second person sees: the version's name and what it would change.</summary>
    public static Proposed Proposal(MatchModelRow model, ComparisonFigures figures, string reason, string maker) => new(
        Kind, model.Id.ToString(CultureInfo.InvariantCulture), UnitCode.Province,
        JsonSerializer.Serialize(new { model = model.Name, figures.Parties, figures.Merges, figures.Splits, figures.Reviews, figures.Settled }, MatchRun.Json), "", reason, maker);

    public Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation) => database.WriteAsync(
        ecif => UseAsync(ecif, long.Parse(proposed.Subject, CultureInfo.InvariantCulture), proposed.Maker, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);

    /// <summary>Why a version cannot go live; null where it can.</summary>
    public static async Task<string?> ObjectionAsync(Session session, long version)
    {
        var active = await MatchModels.ActiveAsync(session);
        return version == active ? "It is the one that decides already."
            : version != 0 && await MatchModels.FindAsync(session, version) is null ? "There is no such version."
            : await MatchRuns.LatestAsync(session, version, MatchRun.Compare) is not { State: RunState.Done } compared || compared.Against != active
                ? "It has not been compared over the whole base with the version that decides."
                : null;
    }

    /// <summary>Lets it decide from the next batch on, and the whole base be decided anew.</summary>
    /// <returns>Null, or why it cannot.</returns>
    public static async Task<string?> UseAsync(Session session, long version, string who, long now)
    {
        if (await ObjectionAsync(session, version) is { } objection)
        {
            return objection;
        }

        var before = await MatchModels.ActiveAsync(session);
        await MatchModels.UseAsync(session, version, who, now);
        await MatchRuns.StartAsync(session, MatchRun.Rematch, version, before, "", who, now);
        return null;
    }
}
