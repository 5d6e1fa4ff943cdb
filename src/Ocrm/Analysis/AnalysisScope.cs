using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Analysis;

/// <param name="On">A dimension's key ("q1", "matrix[row]"), or @unit, @entity, @via, @language, @version, @band, @day, @week, @month, @segment.</param>
/// <param name="Values">Any of these. Of numbers "10~20", of days "2026-03" or "2026"; @none for no answer, @else for none of the choices. A unit counts with those under its code.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AnswerCondition(string On, IReadOnlyList<string> Values);

/// <summary>Which complete responses are counted: those that fulfil all conditions.</summary>
/// <param name="From">Completed on this day or later, YYYY-MM-DD.</param>
/// <param name="To">Completed on this day or earlier.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AnalysisFilter(IReadOnlyList<AnswerCondition>? Conditions = null, string? From = null, string? To = null);

/// <summary>A questionnaire in sight with the versions and conditions that somebody asked for.</summary>
/// <param name="Versions">The newest first.</param>
/// <param name="Conditions">With the caller's sight.</param>
/// <param name="Asked">As they were asked for; of an anonymous one at most one with one value, which is counted as a line of a table.</param>
internal sealed record AnalysisScope(Questionnaire Questionnaire, IReadOnlyList<AnalysedVersion> Versions, IReadOnlyList<ICondition> Conditions, IReadOnlyList<AnswerCondition> Asked)
{
    public AnswerCondition? Line => Questionnaire.Anonymous ? Asked.FirstOrDefault() : null;

    /// <summary>Keys of all dimensions, in the order of the newest version.</summary>
    public IEnumerable<string> Keys => Versions.SelectMany(v => v.Dimensions).Select(d => d.Key).Distinct(StringComparer.Ordinal);

    /// <returns>Null where there is no such axis.</returns>
    public Axis? AxisOf(string key) => key switch
    {
        VersionAxis.Name => new VersionAxis(Versions),
        PeriodAxis.Day or PeriodAxis.Week or PeriodAxis.Month => new PeriodAxis(key),
        _ when key.StartsWith('@') => OriginAxis.Of(key),
        _ => Versions.Any(v => v.Dimensions.Any(d => d.Key == key)) ? new QuestionAxis(key, Versions) : null,
    };
}

/// <summary>Finds what somebody asked to have counted.</summary>
internal sealed class OpenAnalysis(OcrmDatabase database, OcrmLimits limits, ListLimits listLimits, IEnumerable<ListSource> sources)
{
    private readonly Dictionary<(long, long), AnalysedVersion> _versions = [];
    private readonly Lock _gate = new();

    private static ProblemHttpResult Wrong(string detail) => Problems.BadRequest("analysis-filter", detail);

    public async Task<(AnalysisScope? Scope, ProblemHttpResult? Problem)> OpenAsync(Session session, Caller caller, string id, AnalysisFilter? filter, CancellationToken cancellation)
    {
        if (await Questionnaire.FindAsync(session, caller, id) is not { } questionnaire)
        {
            return (null, Questionnaire.Unknown);
        }

        filter ??= new();
        var asked = filter.Conditions ?? [];
        if (asked.Count > limits.AnalysisConditions || asked.Any(c => c.On is null || c.Values is not { Count: > 0 } || c.Values.Count > limits.AnalysisValues || c.Values.Contains(null!)))
        {
            return (null, Wrong("A condition says on what, and one value or several."));
        }

        var versions = await VersionsAsync(session, questionnaire.Id);
        var scope = new AnalysisScope(questionnaire, versions, [], asked);
        if (questionnaire.Anonymous)
        {
            return asked.Count > 1 || asked.Any(c => c.Values.Count > 1 || c.On is PeriodAxis.Day or PeriodAxis.Week or OriginAxis.Entity || scope.AxisOf(c.On) is null) || filter.From is not null || filter.To is not null
                ? (null, Problems.BadRequest("analysis-anonymous", "Answers that were promised to be anonymous are counted under one condition with one value at most."))
                : (scope with { Conditions = [OriginCondition.IsComplete, new Seen(caller.SightOf(Permission.AnswersRead))] }, null);
        }

        var conditions = new List<ICondition> { OriginCondition.IsComplete, new Seen(caller.SightOf(Permission.AnswersRead)) };
        if (filter.From is not null || filter.To is not null)
        {
            if ((filter.From is not null && BankTime.Parse(filter.From) is null) || (filter.To is not null && BankTime.Parse(filter.To) is null))
            {
                return (null, Wrong("A day is written YYYY-MM-DD."));
            }

            conditions.Add(new DaysCondition(Day(filter.From) ?? int.MinValue, Day(filter.To) ?? int.MaxValue));
        }

        foreach (var condition in asked)
        {
            switch (condition.On)
            {
                case VersionAxis.Name:
                    scope = scope with { Versions = [.. scope.Versions.Where(v => condition.Values.Contains(v.Number.ToString(CultureInfo.InvariantCulture)))] };
                    break;
                case PeriodAxis.Day or PeriodAxis.Week or PeriodAxis.Month:
                    conditions.Add(new PeriodCondition(condition.On, [.. condition.Values]));
                    break;
                case SegmentAxis.Name:
                    var (parties, problem) = await PartiesAsync(session, caller, condition.Values, cancellation);
                    if (parties is null)
                    {
                        return (null, problem);
                    }

                    conditions.Add(new PartyCondition(parties));
                    break;
                case OriginAxis.Unit:
                    conditions.Add(new OriginCondition(OriginField.Unit, unit => condition.Values.Any(v => unit.StartsWith(v, StringComparison.Ordinal))));
                    break;
                case { } on when OriginAxis.FieldOf(on) is { } field:
                    conditions.Add(new OriginCondition(field, condition.Values.Contains));
                    break;
                default:
                    if (scope.AxisOf(condition.On) is not QuestionAxis axis)
                    {
                        return (null, Wrong("The questionnaire asks nothing of this name."));
                    }

                    conditions.Add(new AnswerIs(axis, condition.Values));
                    break;
            }
        }

        return (scope with { Conditions = conditions }, null);
    }

    /// <summary>The customers of segments, each as the caller sees it.</summary>
    public async Task<(IReadOnlySet<long>? Parties, ProblemHttpResult? Problem)> PartiesAsync(Session session, Caller caller, IReadOnlyList<string> segments, CancellationToken cancellation)
    {
        var filter = JsonSerializer.SerializeToElement(new { column = "segment", op = "in", value = segments });
        var (keys, wrong) = caller.May(Permission.CustomersRead) ? await sources.Single(s => s.List.Name == "customers").KeysAsync(filter, caller, listLimits, 0, null, limits.AnalysisParties + 1, cancellation) : ([], Questionnaire.Unknown);
        if (wrong is not null)
        {
            return (null, Problems.NotFound("segment.unknown", "No segment that you may use has this number."));
        }

        return keys.Count > limits.AnalysisParties
            ? (null, Problems.BadRequest("analysis-segment-large", $"Answers are counted by segments of at most {limits.AnalysisParties} customers."))
            : ((await session.QueryAsync("SELECT c.party_id FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id", RowSet.Of("id", keys), r => r.GetInt64(0))).ToHashSet(), null);
    }

    public OcrmDatabase Database => database;

    public async Task<IReadOnlyList<AnalysedVersion>> VersionsAsync(Session session, long questionnaire)
    {
        var numbers = await session.QueryAsync("SELECT v.number FROM ocrm.questionnaire_version v WHERE v.questionnaire = @id ORDER BY v.number DESC", r => r.GetInt64(0), ("id", questionnaire));
        var versions = new List<AnalysedVersion>();
        foreach (var number in numbers)
        {
            if (Known((questionnaire, number)) is { } known)
            {
                versions.Add(known);
            }
            else if (await PublishedVersion.FindAsync(session, questionnaire, number) is { } published && SurveyReader.Read(published.Document).Survey is { } survey)
            {
                versions.Add(Hold((questionnaire, number), new AnalysedVersion(questionnaire, number, survey)));
            }
        }

        return versions;
    }

    private AnalysedVersion? Known((long, long) key)
    {
        lock (_gate)
        {
            return _versions.GetValueOrDefault(key);
        }
    }

    private AnalysedVersion Hold((long, long) key, AnalysedVersion version)
    {
        lock (_gate)
        {
            if (_versions.Count >= limits.VersionsHeld)
            {
                _versions.Clear();
            }

            return _versions[key] = version;
        }
    }

    private static int? Day(string? text) => BankTime.Parse(text) is { } day ? day.DayNumber - PackBlock.Epoch : null;
}
