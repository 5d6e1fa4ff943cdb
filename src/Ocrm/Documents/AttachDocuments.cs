using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Documents;

/// <summary>Uploaded documents that become those of a visit, a task or a consent, in the transaction of the act.</summary>
internal sealed class AttachDocuments
{
    private readonly IReadOnlyList<(long Id, long Party, string Hash)> _documents;
    private readonly IReadOnlyCollection<long> _parties;

    private AttachDocuments(IReadOnlyList<(long, long, string)> documents, IReadOnlyCollection<long> parties) => (_documents, _parties) = (documents, parties);

    public static ProblemHttpResult Problem => Problems.BadRequest("document-attach", "One of the files is not there any more, or is no document of this customer.");

    public int Count => _documents.Count;

    /// <param name="documents">Ids; may be null.</param>
    /// <param name="entity">The legal entity of the act: documents stay inside it.</param>
    /// <param name="parties">With whom it was. Each of them gets the document of any of them.</param>
    /// <returns>Null where one is not there, or is of somebody else.</returns>
    public static async Task<AttachDocuments?> FindAsync(Session session, Caller caller, IReadOnlyList<long>? documents, string entity, IReadOnlyCollection<long> parties, OcrmLimits limits)
    {
        var wanted = documents?.Distinct().ToArray() ?? [];
        if (wanted.Length > limits.DocumentsOfAct)
        {
            return null;
        }

        var seen = caller.SightOf(Permission.DocumentsEdit).In(CustomerList.OwnSight);
        var found = await session.QueryAsync(
            $"""
            SELECT d.id, d.party_id, d.hash FROM {"{rows}"} CROSS JOIN ocrm.document d JOIN ocrm.customer c ON c.party_id = d.party_id AND c.entity = d.entity {OwnerRow.OfCustomer}
            WHERE d.id = k.id AND d.state = 'kept' AND d.entity = @entity AND {seen.Sql} {session.ForUpdateOf("d")}
            """,
            RowSet.Of("id", wanted), r => (Id: r.GetInt64(0), Party: r.GetInt64(1), Hash: r.GetString(2)), [.. seen.Parameters, ("entity", entity)]);
        return found.Count < wanted.Length || found.Exists(d => !parties.Contains(d.Party)) ? null : new AttachDocuments(found, parties);
    }

    /// <param name="refs">What they belong to from now on, as "visit/12".</param>
    public async Task WriteAsync(Session session, params IReadOnlyCollection<string> refs)
    {
        foreach (var document in _documents)
        {
            foreach (var party in _parties)
            {
                var id = party == document.Party ? document.Id : await CopyAsync(session, document.Id, document.Hash, party);
                foreach (var reference in refs)
                {
                    await session.ExecuteAsync("INSERT INTO ocrm.document_of (document_id, ref) VALUES (@id, @ref) ON CONFLICT (document_id, ref) DO NOTHING", ("id", id), ("ref", reference));
                }
            }
        }
    }

    /// <returns>The document of the same content that the other customer has, or has from now on.</returns>
    private static async Task<long> CopyAsync(Session session, long document, string hash, long party) =>
        (await session.QueryAsync(
            "SELECT c.id FROM ocrm.document d JOIN ocrm.document c ON c.party_id = @party AND c.entity = d.entity AND c.hash = @hash AND c.kind = d.kind AND c.state = 'kept' WHERE d.id = @document LIMIT 1",
            r => r.GetInt64(0), ("party", party), ("hash", hash), ("document", document))) is [var there] ? there
        : (await session.QueryAsync(
            """
            INSERT INTO ocrm.document (party_id, recorded_for, entity, unit, kind, name, content_type, blob_id, bytes, hash, note, state, uploaded_by, at, removed_by, removed_at, removed_reason)
            SELECT @party, @party, d.entity, d.unit, d.kind, d.name, d.content_type, d.blob_id, d.bytes, d.hash, d.note, d.state, d.uploaded_by, d.at, '', 0, '' FROM ocrm.document d WHERE d.id = @document
            RETURNING id
            """, r => r.GetInt64(0), ("party", party), ("document", document)))[0];
}
