using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Prospects;

/// <summary>What has been typed so far.</summary>
public sealed record ProspectCheck(string? Name, string? Document, string? Mobile);

/// <param name="Why">document, mobile or name: what is the same.</param>
public sealed record KnownCustomer(string Number, string Name, string Why);

/// <param name="Customers">Customers in the caller's sight who may be the same.</param>
/// <param name="Elsewhere">A colleague of the caller's legal entity has a customer with this document; who it is, is not said.</param>
/// <param name="Prospects">Open prospects in the caller's sight with the same document or mobile, by id.</param>
public sealed record ProspectKnown(IReadOnlyList<KnownCustomer> Customers, bool Elsewhere, IReadOnlyList<string> Prospects);

/// <summary>
/// POST /api/prospects/check: is this one a customer already? Asked while somebody types, so it answers like a search: of customers in sight.
/// Beyond it only whether the legal entity has one with a whole document number, which nobody guesses; other legal entities are not asked.
/// </summary>
internal static class CheckProspect
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/prospects/check", async (ProspectCheck body, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var document = body.Document is { Length: > 0 } typed && typed.Length <= limits.EditCharacters && caller.Sees(DataClass.C3) != FieldSight.Hidden ? Normalised.Number(typed) : "";
                var whole = document.Length > 0 && (ValidForm.OfDocument("01", document) || ValidForm.OfDocument("20", document)) ? document : "";
                var mobile = body.Mobile is { Length: > 0 and <= 40 } phone && caller.Sees(DataClass.C2) != FieldSight.Hidden ? PhoneNumber.Canonicalise(phone) : "";
                var name = body.Name is { Length: > 1 } said && said.Length <= limits.EditCharacters && caller.Sees(DataClass.C1) == FieldSight.Clear ? said : "";
                return TypedResults.Ok(await database.ReadAsync(session => CheckAsync(session, caller, whole, mobile, name, limits.SearchRows), cancellation));
            })
            .Requires(Permission.ProspectsEdit).WithName("CheckProspect").WithSummary("Whether a prospect may be a customer already");

    private static async Task<ProspectKnown> CheckAsync(Session session, Caller caller, string document, string mobile, string name, int most)
    {
        var found = new List<KnownCustomer>();
        foreach (var (why, token) in new[] { ("document", document.Length > 0 ? CustomerTokens.Document(document) : ""), ("mobile", mobile.Length > 0 ? CustomerTokens.Phone(mobile) : ""), ("name", name.Length > 0 ? CustomerTokens.WholeName(name) : "") })
        {
            if (token.Length > 0)
            {
                found.AddRange(await SeenAsync(session, caller, why, token, most));
            }
        }

        var elsewhere = document.Length > 0 && !found.Exists(f => f.Why == "document") && await ElsewhereAsync(session, caller, document);
        return new ProspectKnown([.. found.DistinctBy(f => f.Number).Take(most)], elsewhere, await ProspectsAsync(session, caller, document, mobile));
    }

    private static async Task<List<KnownCustomer>> SeenAsync(Session session, Caller caller, string why, string token, int most)
    {
        var (seen, sql) = (caller.SightOf(Permission.CustomersRead).In(CustomerList.Sight), new SqlText());
        return await session.QueryAsync(
            $"SELECT DISTINCT c.number, c.name FROM {OwnerRow.Customers} WHERE {CustomerList.HasToken(token, sql)} AND {seen.Sql} LIMIT {most}",
            r => new KnownCustomer(r.GetString(0), ShownName.For(caller, r.GetString(1)), why),
            [.. sql.Parameters, .. seen.Parameters]);
    }

    private static async Task<bool> ElsewhereAsync(Session session, Caller caller, string document)
    {
        var entities = caller.Rights.Sources.Where(s => s.Permission == Permission.ProspectsEdit).Select(s => UnitCode.EntityOf(s.Unit)).Distinct().ToList();
        if (entities.Count == 0)
        {
            return false;
        }

        var sql = new SqlText();
        return (await session.QueryAsync(
            $"SELECT 1 FROM ocrm.customer c WHERE {CustomerList.HasToken(CustomerTokens.Document(document), sql)} AND c.entity IN ({string.Join(", ", entities.Select(sql.Bind))}) LIMIT 1",
            r => r.GetInt32(0), sql.Parameters)).Count > 0;
    }

    private static async Task<IReadOnlyList<string>> ProspectsAsync(Session session, Caller caller, string document, string mobile)
    {
        if (document.Length + mobile.Length == 0)
        {
            return [];
        }

        var seen = caller.SightOf(Permission.ProspectsEdit).In(Prospect.Sight);
        return await session.QueryAsync(
            $"SELECT p.id FROM ocrm.prospect p WHERE ((p.document = @document AND p.document <> '') OR (p.mobile = @mobile AND p.mobile <> '')) AND p.state IN ('open', 'refused') AND {seen.Sql} ORDER BY p.id LIMIT 5",
            r => r.GetInt64(0).ToString(System.Globalization.CultureInfo.InvariantCulture), [.. seen.Parameters, ("document", document), ("mobile", mobile)]);
    }
}
