using Granary.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Opportunities;

/// <summary>A pipeline as somebody wants it. Pure.</summary>
/// <param name="Entity">Of a new one.</param>
/// <param name="State">open or closed: a closed one takes no new opportunities, and those in it go on.</param>
/// <param name="Stages">In their order; a new one has the id 0, and one that is not here is taken away, or closed where something lies or lay in it.</param>
/// <param name="Reasons">A new one has an empty code.</param>
/// <param name="Version">What somebody looked at; 0 of a new one.</param>
public sealed record PipelineDraft(string? Entity, string? Zh, string? En, string? State, IReadOnlyList<Stage>? Stages, IReadOnlyList<LostReason>? Reasons, long Version)
{
    /// <summary>What is wrong with it by itself.</summary>
    internal ProblemHttpResult? Wrong(OcrmLimits limits) =>
        !Named(Zh, En, limits) || State is not ("open" or "closed") || Stages is null || Reasons is null || Stages.Any(s => !Named(s.Zh, s.En, limits)) || Reasons.Any(r => !Named(r.Zh, r.En, limits))
            ? Problems.BadRequest("pipeline-name", $"A pipeline, its stages and its reasons have a name in each language, of at most {limits.PipelineName} characters.")
        : Stages.Count > limits.PipelineStages || Reasons.Count > limits.LostReasons ? Problems.BadRequest("pipeline-large", $"A pipeline has at most {limits.PipelineStages} stages and {limits.LostReasons} reasons.")
        : Stages.Any(s => s.Chance is < 0 or > 100 || s.Days is < 0 or > 3650 || s.Kind is not ("open" or "won" or "lost") || s.State is not ("open" or "closed") || s.Needs is null || s.Needs.Any(n => !StageNeeds.All.Contains(n)))
            ? Problems.BadRequest("pipeline-stage", "A stage has a probability of 0 to 100 percent, at most 3650 days, a kind, and asks for fields that there are.")
        : new[] { "open", "won", "lost" }.Any(kind => !Stages.Any(s => s.Kind == kind && s.State == "open"))
            || Stages.Any(s => (s.Kind == "won" && s.Chance != 100) || (s.Kind == "lost" && s.Chance != 0)) || Reasons.All(r => r.Closed)
            ? Problems.BadRequest("pipeline-ends", "A pipeline has an open stage, one that wins (100 percent) and one that loses (0 percent), and a reason for losing.")
        : null;

    private static bool Named(string? zh, string? en, OcrmLimits limits) => new[] { zh, en }.All(n => !string.IsNullOrWhiteSpace(n) && n.Length <= limits.PipelineName && !n.Any(char.IsControl));

    /// <summary>The stages as they are to be kept: those that are there keep their code and kind, new ones get a code of their own, and those that went but are used stand closed at the end.</summary>
    /// <param name="used">Stages in which something lies or lay, by id.</param>
    /// <returns>Null where one is not of the pipeline.</returns>
    internal IReadOnlyList<Stage>? On(Pipeline? known, IReadOnlySet<long> used)
    {
        var before = known?.Stages ?? [];
        if (Stages!.Any(s => s.Id != 0 && !before.Any(b => b.Id == s.Id && b.Kind == s.Kind)) || Stages!.Where(s => s.Id != 0).GroupBy(s => s.Id).Any(g => g.Count() > 1))
        {
            return null;
        }

        var codes = before.Select(b => b.Code).ToHashSet(StringComparer.Ordinal);
        var gone = before.Where(b => used.Contains(b.Id) && Stages!.All(s => s.Id != b.Id)).Select(b => b with { State = Stage.Closed });
        return [.. Stages!.Select(s => s with { Code = before.FirstOrDefault(b => b.Id == s.Id)?.Code ?? Fresh(codes, "stage"), Zh = s.Zh.Trim(), En = s.En.Trim(), Needs = [.. StageNeeds.All.Where(s.Needs.Contains)] }).Concat(gone)];
    }

    /// <summary>The same of reasons: those for which something was lost stay, closed.</summary>
    internal IReadOnlyList<LostReason> ReasonsOn(Pipeline? known, IReadOnlySet<string> used)
    {
        var codes = (known?.Reasons ?? []).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var gone = (known?.Reasons ?? []).Where(r => used.Contains(r.Code) && Reasons!.All(n => n.Code != r.Code)).Select(r => r with { Closed = true });
        return [.. Reasons!.Select(r => r with { Code = codes.Contains(r.Code) ? r.Code : Fresh(codes, "reason"), Zh = r.Zh.Trim(), En = r.En.Trim() }).DistinctBy(r => r.Code).Concat(gone)];
    }

    /// <summary>A code that there is not yet.</summary>
    internal static string Fresh(ISet<string> codes, string what)
    {
        var number = 1;
        while (!codes.Add($"{what}-{number}"))
        {
            number++;
        }

        return $"{what}-{number}";
    }
}
