using Granary.Kernel.Storage;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>How many complete answers count to the quotas of a questionnaire.</summary>
internal static class QuotaCounts
{
    /// <returns>The first of the quotas that is full; null where none is.</returns>
    public static async Task<Quota?> FullAsync(Session session, long questionnaire, IReadOnlyCollection<Quota> quotas)
    {
        if (quotas.Count == 0)
        {
            return null;
        }

        var used = (await session.QueryAsync("SELECT c.name, c.used FROM ocrm.quota_count c WHERE c.questionnaire = @questionnaire", r => (Name: r.GetString(0), Used: r.GetInt64(1)), ("questionnaire", questionnaire)))
            .ToDictionary(c => c.Name, c => c.Used, StringComparer.Ordinal);
        return quotas.FirstOrDefault(q => used.GetValueOrDefault(q.Name) >= q.Limit);
    }

    /// <summary>
    /// Counts one more to each, in the order of their names so that two that count at once wait and do not lock each other out. Where one
    /// is full nothing is counted.
    /// </summary>
    /// <returns>The one that is full; null where all had room.</returns>
    public static async Task<Quota?> CountAsync(Session session, long questionnaire, IReadOnlyCollection<Quota> quotas)
    {
        var counted = new List<Quota>();
        foreach (var quota in quotas.OrderBy(q => q.Name, StringComparer.Ordinal))
        {
            await session.ExecuteAsync("INSERT INTO ocrm.quota_count (questionnaire, name, used) VALUES (@questionnaire, @name, 0) ON CONFLICT (questionnaire, name) DO NOTHING", ("questionnaire", questionnaire), ("name", quota.Name));
            if (await AddAsync(session, questionnaire, quota, 1) == 0)
            {
                foreach (var back in counted)
                {
                    await AddAsync(session, questionnaire, back, -1);
                }

                return quota;
            }

            counted.Add(quota);
        }

        return null;
    }

    private static Task<int> AddAsync(Session session, long questionnaire, Quota quota, long more) => session.ExecuteAsync(
        "UPDATE ocrm.quota_count SET used = used + @more WHERE questionnaire = @questionnaire AND name = @name AND used + @more <= @limit",
        ("questionnaire", questionnaire), ("name", quota.Name), ("more", more), ("limit", (long)quota.Limit));
}
