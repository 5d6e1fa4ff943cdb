using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Products;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Work;
using Granary.Surveys;

namespace Granary.Ocrm.Answers;

/// <summary>Does what the rules of a questionnaire say of a complete answer, in the transaction that completes it; with a customer it stands in their timeline.</summary>
internal sealed class ApplyRules(IStaff staff) : IResponseTaken
{
    /// <summary>Beyond it somebody mistyped: no opportunity of ours has a hundred thousand million.</summary>
    private const double MostYuan = 1e11;

    /// <param name="Manager">Who looks after the customer; empty for nobody.</param>
    private sealed record Customer(string Unit, string Manager);

    public async Task TakenAsync(Session session, TakenResponse response)
    {
        if (response.Party == 0 && response.Prospect == 0)
        {
            return;
        }

        var evaluation = response.Evaluation;
        if (response.Party > 0)
        {
            await Activity.RecordAsync(session, new Activity(response.Party, response.Entity, response.Unit, response.Person, response.At, ActivityKind.Answer, response.Version.Title,
                JsonSerializer.Serialize(new { score = evaluation.Score, band = evaluation.Band?.Name ?? "" }, JsonSerializerOptions.Web), RefOf(response)));
        }

        var names = NamesOf(evaluation);
        var rules = await AnswerRule.OfAsync(session, response.Version.Questionnaire, response.Entity);
        foreach (var (rule, person) in rules)
        {
            if (rule.Holds(names, BankTime.Local(response.At)))
            {
                await ApplyAsync(session, response, rule.Then, names, person);
            }
        }

        // What is made to assess risk assesses it, unless somebody said how.
        if (response.Party > 0 && response.Version.Kind == Template.Risk && !rules.Any(r => r.Rule.Then.Kind == AnswerAction.Assess))
        {
            await AssessAsync(session, response, new AnswerAction(AnswerAction.Assess));
        }
    }

    public static string RefOf(TakenResponse response) => $"answer/{response.Id}";

    /// <summary>What a condition may speak of.</summary>
    private static ValueMap NamesOf(SurveyEvaluation evaluation)
    {
        var names = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in evaluation.Calculated.Concat(evaluation.Result).Append(new("score", Value.Of(evaluation.Score))).Append(new("band", Value.Of(evaluation.Band?.Name))))
        {
            names[name] = value;
        }

        return new ValueMap(names.Where(n => n.Value.Kind != ValueKind.Empty));
    }

    private Task ApplyAsync(Session session, TakenResponse response, AnswerAction then, ValueMap names, string person) => then.Kind switch
    {
        AnswerAction.Task => TaskAsync(session, response, then, person),
        AnswerAction.Opportunity => OpportunityAsync(session, response, then, names, person),
        _ when response.Party == 0 => Task.CompletedTask, // a prospect has no tier, no tags and no assessment
        AnswerAction.TierFloor => TierFloor.RaiseAsync(session, response, then.Tier!, BankTime.Day(response.At).AddDays(then.Days)),
        AnswerAction.Assess => AssessAsync(session, response, then),
        AnswerAction.GiveTag => TagAsync(session, response, then.Tag, person),
        _ => throw new InvalidOperationException(then.Kind),
    };

    private async Task TaskAsync(Session session, TakenResponse response, AnswerAction then, string person)
    {
        var (assignee, unit) = await WorkerAsync(session, response, person);
        await session.AddAsync(TaskRow.Rows, new TaskRow(response.Party, response.Entity, unit, assignee, person, then.Title!.Trim(), "", 0,
            BankTime.Text(BankTime.Day(response.At).AddDays(then.Days)), [], false, response.At, Origin: RefOf(response)));
    }

    private async Task OpportunityAsync(Session session, TakenResponse response, AnswerAction then, ValueMap names, string person)
    {
        var (owner, unit) = await WorkerAsync(session, response, person);
        var amount = names[then.Amount ?? ""] is { Kind: ValueKind.Number, Number: > 0 and < MostYuan } yuan ? (long)Math.Round(yuan.Number * 100) : 0;
        await OpenOpportunity.AddAsync(session, null, new OpportunityDraft(
            then.Pipeline!, response.Party, response.Party > 0 ? 0 : response.Prospect, response.Entity, unit, owner, then.Title!.Trim(), then.Product ?? "", amount, RefOf(response)), response.At);
    }

    /// <summary>A band that is named otherwise says nothing about risk.</summary>
    private static Task AssessAsync(Session session, TakenResponse response, AnswerAction then) =>
        (string.IsNullOrEmpty(then.Level) ? response.Evaluation.Band?.Name : then.Level) is { } level && Suitability.Levels.Contains(level)
            ? Suitability.AssessAsync(session, response.Party, response.Entity, level, RefOf(response), response.At, then.Days)
            : Task.CompletedTask;

    /// <summary>The manager; for who is nobody's, who asked, and otherwise who made the rule: each with the unit where they would do it.</summary>
    private async Task<(string Person, string Unit)> WorkerAsync(Session session, TakenResponse response, string person)
    {
        var customer = (await session.QueryAsync(response.Party > 0
            ? $"SELECT c.unit, o.manager FROM {OwnerRow.Customers} WHERE c.party_id = @party AND c.entity = @entity"
            : "SELECT p.unit, p.manager FROM ocrm.prospect p WHERE p.id = @prospect",
            r => new Customer(r.GetString(0), r.GetString(1)), ("party", response.Party), ("entity", response.Entity), ("prospect", response.Prospect))).SingleOrDefault();
        string[] candidates = [.. new[] { customer?.Manager ?? "", response.Person, person }.Where(p => p.Length > 0)];
        var places = (await staff.WorkplacesAsync(candidates, Permission.WorkEdit, CancellationToken.None)).ToLookup(p => p.Person, StringComparer.Ordinal);
        var worker = candidates.FirstOrDefault(c => places[c].Any()) ?? candidates[0];
        var place = places[worker].FirstOrDefault(p => p.Entity == response.Entity) ?? places[worker].FirstOrDefault();
        return (worker, place?.Unit ?? customer?.Unit ?? response.Unit);
    }

    /// <summary>A tag that is gone since is given to nobody.</summary>
    private static Task TagAsync(Session session, TakenResponse response, long tag, string person) => session.ExecuteAsync(
        """
        INSERT INTO ocrm.customer_tag (party_id, recorded_for, entity, tag_id, person, at)
        SELECT @party, @party, t.entity, t.id, @person, @at FROM ocrm.tag t WHERE t.id = @tag AND t.entity = @entity
        ON CONFLICT (party_id, entity, tag_id) DO NOTHING
        """,
        ("party", response.Party), ("entity", response.Entity), ("tag", tag), ("person", person), ("at", response.At));
}
