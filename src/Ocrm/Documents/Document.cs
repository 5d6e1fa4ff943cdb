using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Documents;

/// <summary>What a file is to the bank.</summary>
internal static class DocumentKind
{
    public static IReadOnlyList<string> All { get; } = ["id-document", "contract", "certificate", "photo", "evidence", "other"];
}

/// <summary>A kept file about a customer, without its bytes.</summary>
/// <param name="Number">The customer's number of now.</param>
/// <param name="BlobId">Where the bytes are; files that hold the same share it.</param>
/// <param name="Hash">SHA-256 in hexadecimal of what is kept.</param>
/// <param name="Person">Who uploaded it, by id.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
internal sealed record Document(
    long Id, long Party, string Number, string Entity, string Kind, string Name, string ContentType, long BlobId, long Bytes, string Hash, string Note, string Person, long At)
{
    public const string Kept = "kept";
    public const string Removed = "removed";

    private const string Select =
        "SELECT d.id, d.party_id, c.number, d.entity, d.kind, d.name, d.content_type, d.blob_id, d.bytes, d.hash, d.note, d.uploaded_by, d.at "
        + $"FROM ocrm.document d JOIN ocrm.customer c ON c.party_id = d.party_id AND c.entity = d.entity {OwnerRow.OfCustomer}";

    /// <summary>As activities and audit name one.</summary>
    public static string RefOf(long id) => $"document/{id}";

    /// <returns>Null where there is none that is kept and whose customer is seen.</returns>
    public static async Task<Document?> FindAsync(Session session, Sight sight, long id, SightColumns columns)
    {
        var seen = sight.In(columns);
        return (await session.QueryAsync($"{Select} WHERE d.id = @id AND d.state = 'kept' AND {seen.Sql}", Read, [.. seen.Parameters, ("id", id)])).FirstOrDefault();
    }

    /// <summary>Those of a customer in some legal entities, the latest first.</summary>
    public static async Task<IReadOnlyList<Document>> OfCustomerAsync(Session session, SeenCustomer customer, OcrmLimits limits)
    {
        var sql = new SqlText();
        return await session.QueryAsync(
            $"{Select} WHERE d.party_id = {sql.Bind(customer.Party)} AND d.entity IN ({string.Join(", ", customer.Entities.Select(sql.Bind))}) AND d.state = 'kept' ORDER BY d.at DESC, d.id DESC LIMIT {sql.Bind((long)limits.DocumentsOfCustomer * customer.Entities.Count)}",
            Read, sql.Parameters);
    }

    /// <summary>Those that belong to a visit, a task or a consent, of customers that are seen; what was there with several customers comes once.</summary>
    public static async Task<IReadOnlyList<Document>> OfRefAsync(Session session, Sight sight, string reference)
    {
        var seen = sight.In(CustomerList.Sight);
        var found = await session.QueryAsync(
            $"{Select} JOIN ocrm.document_of f ON f.document_id = d.id WHERE f.ref = @ref AND d.state = 'kept' AND {seen.Sql} ORDER BY d.id", Read, [.. seen.Parameters, ("ref", reference)]);
        return [.. found.DistinctBy(d => d.BlobId)];
    }

    /// <summary>What each of some documents belongs to.</summary>
    public static async Task<ILookup<long, string>> RefsAsync(Session session, IReadOnlyCollection<Document> documents) => (await session.QueryAsync(
        "SELECT o.document_id, o.ref FROM {rows} CROSS JOIN ocrm.document_of o WHERE o.document_id = k.id ORDER BY o.ref", RowSet.Of("id", [.. documents.Select(d => d.Id)]),
        r => (Id: r.GetInt64(0), Ref: r.GetString(1)))).ToLookup(o => o.Id, o => o.Ref);

    private static Document Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt64(7), r.GetInt64(8), r.GetString(9), r.GetString(10), r.GetString(11),
        r.GetInt64(12));
}
