using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Products;

namespace Granary.Ocrm.Opportunities;

/// <summary>What a rule, a campaign or an answer found that may be sold.</summary>
/// <param name="Pipeline">A pipeline's code: deposit, loan, card, corporate, or one of the legal entity's own.</param>
/// <param name="Party">0 where it is a prospect's.</param>
/// <param name="Prospect">0 where it is a customer's.</param>
/// <param name="Entity">The legal entity inside which it stays.</param>
/// <param name="Unit">Where the owner works.</param>
/// <param name="Owner">A person's id; empty: nobody has it yet, and the heads of the unit see it.</param>
/// <param name="Product">A product's code; empty for none.</param>
/// <param name="Amount">Cents; 0 where it is not known.</param>
/// <param name="Origin">"rule/7", "campaign/12", "answer/34".</param>
internal sealed record OpportunityDraft(string Pipeline, long Party, long Prospect, string Entity, string Unit, string Owner, string Title, string Product, long Amount, string Origin)
{
    /// <summary>What of the origin it is about, where one origin may find several things about a customer: "holding/9/20261130".</summary>
    public string Cause { get; init; } = "";

    /// <summary>The code of the stage where it begins; empty: the first one.</summary>
    public string Stage { get; init; } = "";

    /// <summary>YYYY-MM-DD, or empty.</summary>
    public string Expected { get; init; } = "";

    public string Note { get; init; } = "";
}

/// <param name="New">False where it was there already.</param>
internal sealed record OpenedOpportunity(long Id, bool New);

/// <summary>The door by which others open opportunities, in their own transaction. The stage's required fields are asked for when somebody moves it on.</summary>
internal static class OpenOpportunity
{
    /// <summary>
    /// Opens one, or finds the one that the same origin opened for the same customer or prospect in the same pipeline before, whatever became of it.
    /// A product that may not be proposed to the customer is left out: what may be sold to them is for their manager to see, and its first move says why.
    /// </summary>
    /// <param name="caller">Null: the hub itself.</param>
    /// <param name="at">Milliseconds since 1970 UTC.</param>
    /// <returns>Null where the legal entity has no open pipeline of this code.</returns>
    public static async Task<OpenedOpportunity?> AddAsync(Session session, Caller? caller, OpportunityDraft draft, long at)
    {
        var pipelines = await Pipeline.EnsureAsync(session, draft.Entity, at);
        if (pipelines.FirstOrDefault(p => p.Code == draft.Pipeline && p.State == Stage.Open) is not { } pipeline)
        {
            return null;
        }

        if (await ThereAsync(session, draft, pipeline.Id) is { } there)
        {
            return new OpenedOpportunity(there, false);
        }

        var stage = pipeline.Stages.FirstOrDefault(s => s.Code == draft.Stage && s is { Kind: Stage.Open, State: Stage.Open }) ?? pipeline.First;
        var against = await Suitability.WhyNotAsync(session, draft.Party, draft.Entity, draft.Product, at);
        var id = await InsertAsync(session, caller, new Opportunity(
            0, draft.Party, draft.Prospect, draft.Entity, draft.Unit, draft.Owner, pipeline.Id, stage.Id, draft.Title, against is null ? draft.Product : "", draft.Amount, -1, draft.Expected, "", draft.Note,
            draft.Origin, draft.Cause, Stage.Open, "", "", at, caller?.PersonId ?? "", at, 0, at, 1), against is null ? null : (draft.Product, against));
        return id > 0 ? new OpenedOpportunity(id, true) : new OpenedOpportunity((await ThereAsync(session, draft, pipeline.Id))!.Value, false);
    }

    /// <summary>Writes it with its first stage, its audit and the customer's timeline.</summary>
    /// <param name="left">A product that it was to have, and the problem's code for which it has not.</param>
    /// <returns>0 where the same origin opened it at the same moment.</returns>
    public static async Task<long> InsertAsync(Session session, Caller? caller, Opportunity opportunity, (string Product, string Why)? left = null)
    {
        if ((await session.QueryAsync(
            $"INSERT INTO ocrm.opportunity ({Opportunity.Rows.ColumnList}) VALUES ({string.Join(", ", Opportunity.Rows.Columns.Select(c => "@" + c.Name))}) ON CONFLICT DO NOTHING RETURNING id",
            r => r.GetInt64(0), [.. Opportunity.Rows.Columns.Select(c => (c.Name, c.Value(opportunity)))])) is not [var id])
        {
            return 0;
        }

        await StageMove.RecordAsync(session, new StageMove(id, 0, opportunity.Stage, opportunity.CreatedBy, opportunity.CreatedAt, left?.Why ?? "", left?.Product ?? ""));
        await AuditTrail.AppendAsync(session, "ocrm", opportunity.CreatedAt, new AuditEntry(
            caller?.UserName ?? "granary", caller?.From ?? "", Permission.OpportunitiesEdit, Opportunity.RefOf(id), After: $"open {opportunity.Owner} {opportunity.Origin}{(left is { } without ? $" without {without.Product}: {without.Why}" : "")}"));
        if (opportunity.Party > 0)
        {
            await Activity.RecordAsync(session, new Activity(opportunity.Party, opportunity.Entity, opportunity.Unit, opportunity.CreatedBy, opportunity.CreatedAt,
                ActivityKind.Opportunity, opportunity.Title, "{\"state\":\"open\"}", Opportunity.RefOf(id)));
        }

        return id;
    }

    private static async Task<long?> ThereAsync(Session session, OpportunityDraft draft, long pipeline) => (await session.QueryAsync(
        """
        SELECT p.id FROM (
            SELECT * FROM ocrm.opportunity WHERE party_id = @party AND party_id > 0
            UNION SELECT * FROM ocrm.opportunity WHERE recorded_for = @party AND recorded_for > 0 AND origin <> 'hand'
            UNION SELECT * FROM ocrm.opportunity WHERE prospect = @prospect AND prospect > 0) p
        WHERE p.origin = @origin AND p.cause = @cause AND p.pipeline = @pipeline ORDER BY p.id LIMIT 1
        """,
        r => (long?)r.GetInt64(0), ("origin", draft.Origin), ("cause", draft.Cause), ("pipeline", pipeline), ("party", draft.Party), ("prospect", draft.Prospect))).FirstOrDefault();
}
