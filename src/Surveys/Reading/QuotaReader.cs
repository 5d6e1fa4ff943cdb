using System.Collections.Immutable;

namespace Granary.Surveys.Reading;

/// <summary>Reads our own property "quotas": [{"name", "expression", "limit", "then": "screen", "text"}].</summary>
internal static class QuotaReader
{
    public static ImmutableArray<Quota> Of(Properties survey)
    {
        var quotas = survey.Objects("quotas").Select(One).ToImmutableArray();
        if (quotas.Length > survey.Findings.Limits.Quotas)
        {
            survey.Findings.Add(FindingLevel.Error, "quotas", "too-many", $"More than {survey.Findings.Limits.Quotas} of them");
        }

        foreach (var second in quotas.Where((q, i) => quotas.Take(i).Any(before => before.Name.Equals(q.Name, StringComparison.OrdinalIgnoreCase))))
        {
            survey.Findings.Add(FindingLevel.Error, $"{second.Path}.name", "same-value", "Two quotas have the same name, and are counted by it");
        }

        return quotas;
    }

    private static Quota One(Properties quota)
    {
        var read = new Quota(quota.Text("name"), quota.Expression("expression"), quota.Count("limit") ?? 0, quota.Local("text"), quota.Path);
        if (read.Name.Length == 0)
        {
            quota.Findings.Add(FindingLevel.Error, quota.Path, "missing-name", "A quota is counted under its name");
        }

        if (read.Limit == 0)
        {
            quota.Findings.Add(FindingLevel.Error, quota.At("limit"), "bad-value", "How many complete answers are wanted, 1 at least");
        }

        if (quota.Text("then", "screen") is not "screen" and var then)
        {
            quota.Findings.Add(FindingLevel.Outside, quota.At("then"), "outside-value", $"'{then}' is not known; who comes after it is full is thanked and not asked on (screen)");
        }

        quota.Finish();
        return read;
    }
}
