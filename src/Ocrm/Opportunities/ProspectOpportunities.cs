using Granary.Kernel.Storage;

namespace Granary.Ocrm.Opportunities;

/// <summary>What was to be sold to a prospect is to be sold to the customer that they became.</summary>
internal static class ProspectOpportunities
{
    /// <param name="number">The customer's; nothing moves while they are not known here.</param>
    public static Task FollowAsync(Session session, long prospect, string entity, string number) => session.ExecuteAsync(
        """
        UPDATE ocrm.opportunity AS p SET party_id = c.party_id, recorded_for = c.party_id, version = p.version + 1
        FROM (SELECT party_id FROM ocrm.customer WHERE number = @number AND number <> '' ORDER BY CASE WHEN entity = @entity THEN 0 ELSE 1 END LIMIT 1) c
        WHERE p.prospect = @prospect AND p.party_id = 0
        """,
        ("number", number), ("entity", entity), ("prospect", prospect));
}
