using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Opportunities;

/// <summary>Who sees an opportunity (p): its owner and who sees their unit, of those whose customer they see (docs/decisions/0021).</summary>
internal static class OpportunitySight
{
    public static SightColumns Columns { get; } = new("p.entity", "p.unit", "p.owner");

    /// <summary>The customer's part of it. Who sees a whole legal entity sees its customers: nothing is looked up for them.</summary>
    public static string Within(Caller caller, SqlText sql)
    {
        var customers = caller.SightOf(Permission.CustomersRead);
        if (customers.All)
        {
            return "1 = 1";
        }

        var whole = customers.Entities.Count == 0 ? "" : $"OR p.entity IN ({string.Join(", ", customers.Entities.Select(sql.Bind))}) ";
        var single = string.Join(" OR ", (customers with { Entities = [] }).Alternatives(CustomerList.Sight, sql.Bind));
        return $"(p.party_id = 0 {whole}OR EXISTS (SELECT 1 FROM {OwnerRow.Customers} WHERE c.party_id = p.party_id AND c.entity = p.entity AND ({single})))";
    }

    /// <summary>All of it, as one condition.</summary>
    public static string Condition(Caller caller, SqlText sql) =>
        $"({string.Join(" OR ", caller.SightOf(Permission.OpportunitiesEdit).Alternatives(Columns, sql.Bind))}) AND {Within(caller, sql)}";

    /// <returns>Null where there is none in sight; locked where the session writes.</returns>
    public static async Task<Opportunity?> FindAsync(Session session, Caller caller, long id)
    {
        var sql = new SqlText();
        return (await session.QueryAsync(
            $"SELECT {Opportunity.Columns} FROM ocrm.opportunity p WHERE p.id = {sql.Bind(id)} AND {Condition(caller, sql)} {(session.Writes ? session.ForUpdateOf("p") : "")}", Opportunity.Read, sql.Parameters)).SingleOrDefault();
    }

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
