using System.Security.Cryptography;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Documents.Content;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Documents;

/// <param name="Id">By which a visit, a task or a consent names it.</param>
public sealed record UploadedDocument(long Id);

/// <summary>
/// POST /api/customers/{number}/documents: a file about a customer, as multipart/form-data with "file", "kind" (id-document, contract,
/// certificate, photo, evidence, other), "note", and "entity" where it is not the one in which the caller works. The same file of the same
/// kind again is the document that is there: whoever heard no answer sends it again.
/// </summary>
internal static class UploadDocument
{
    private sealed record Upload(string Entity, string Unit, string Kind, string Name, string Note, FileContent Content, string Hash);

    public static void Map(IEndpointRouteBuilder routes, OcrmLimits limits) =>
        routes.MapPost("/customers/{number}/documents", HandleAsync).Accepts<IFormFile>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(limits.DocumentBytes + limits.DocumentFields))
            .Requires(Permission.DocumentsEdit).WithName("UploadDocument").WithSummary("Keeps a file about a customer, checked by its content");

    private static async Task<Results<Ok<UploadedDocument>, ProblemHttpResult>> HandleAsync(
        string number, HttpRequest request, Caller caller, OcrmDatabase database, Assignees workplaces, CheckTurns turns, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        // Before the file is received: nobody sends ten megabytes to hear that there is no such customer.
        var sight = caller.SightOf(Permission.DocumentsEdit);
        if (await database.ReadAsync(session => CustomerGate.FindAsync(session, sight, number, CustomerList.OwnSight), cancellation) is not { } customer)
        {
            return CustomerGate.Unknown;
        }

        var (form, problem) = await SentFile.ReceiveAsync(request, limits, cancellation);
        if (form is null)
        {
            return problem!;
        }

        var (kind, note, entity) = (form["kind"].ToString(), form["note"].ToString().Trim(), form["entity"].ToString());
        if (!DocumentKind.All.Contains(kind) || note.Length > limits.DocumentNote || note.Contains('\0', StringComparison.Ordinal))
        {
            return Problems.BadRequest("document-kind", $"A document has a kind and a remark of at most {limits.DocumentNote} characters.");
        }

        if (entity.Length > 0 && !customer.Entities.Contains(entity))
        {
            return CustomerGate.Unknown;
        }

        var place = await workplaces.FindAsync(caller, null, entity.Length > 0 ? [entity] : customer.Entities, cancellation);
        return await turns.TakeAsync<Results<Ok<UploadedDocument>, ProblemHttpResult>>(async () =>
        {
            var file = form.Files.GetFile("file")!;
            var name = SentFile.NameOf(file.FileName, limits.DocumentName);
            var content = FileContent.Check(await SentFile.BytesAsync(file, cancellation), Path.GetExtension(name), limits);
            if (content.Flaw is { } flaw)
            {
                return SentFile.Refusal(flaw);
            }

            var upload = new Upload(place?.Entity ?? (entity.Length > 0 ? entity : customer.Entities[0]), place?.Unit ?? "", kind, name, note, content, Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span)));
            var id = await database.WriteAsync(session => WriteAsync(session, caller, number, upload, limits, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
            return id switch
            {
                null => CustomerGate.Unknown,
                0 => Problems.Conflict("document-many", $"A customer has at most {limits.DocumentsOfCustomer} documents in a legal entity."),
                { } kept => TypedResults.Ok(new UploadedDocument(kept)),
            };
        }, cancellation);
    }

    /// <returns>Null where the customer is out of sight by now, 0 where they have too many.</returns>
    private static async Task<long?> WriteAsync(Session session, Caller caller, string number, Upload upload, OcrmLimits limits, long now)
    {
        // Found again: they may have been merged or handed over while the file came in.
        if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.DocumentsEdit), number, CustomerList.OwnSight) is not { } customer || !customer.Entities.Contains(upload.Entity))
        {
            return null;
        }

        // Locks the customer, so that two files at once are counted one after the other.
        await session.QueryAsync($"SELECT c.id FROM ocrm.customer c WHERE c.party_id = @party AND c.entity = @entity {session.ForUpdateOf("c")}", r => r.GetInt64(0), ("party", customer.Party), ("entity", upload.Entity));
        var there = await session.QueryAsync("SELECT d.id, d.hash, d.kind FROM ocrm.document d WHERE d.party_id = @party AND d.entity = @entity AND d.state = 'kept' ORDER BY d.id",
            r => (Id: r.GetInt64(0), Hash: r.GetString(1), Kind: r.GetString(2)), ("party", customer.Party), ("entity", upload.Entity));
        if (there.Find(d => d.Hash == upload.Hash && d.Kind == upload.Kind) is { Id: > 0 } same)
        {
            return same.Id;
        }

        if (there.Count >= limits.DocumentsOfCustomer)
        {
            return 0;
        }

        var blob = await DocumentParts.KeepAsync(session, upload.Entity, upload.Hash, upload.Content.Bytes, limits.DocumentPart);
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.document (party_id, recorded_for, entity, unit, kind, name, content_type, blob_id, bytes, hash, note, state, uploaded_by, at, removed_by, removed_at, removed_reason)
            VALUES (@party, @party, @entity, @unit, @kind, @name, @type, @blob, @bytes, @hash, @note, @kept, @person, @at, '', 0, '')
            RETURNING id
            """,
            r => r.GetInt64(0),
            ("party", customer.Party), ("entity", upload.Entity), ("unit", upload.Unit), ("kind", upload.Kind), ("name", upload.Name), ("type", upload.Content.Type), ("blob", blob),
            ("bytes", (long)upload.Content.Bytes.Length), ("hash", upload.Hash), ("note", upload.Note), ("kept", Document.Kept), ("person", caller.PersonId), ("at", now)))[0];
        // Not the name: people write customers' names into it, and the timeline is read by whoever may not read documents.
        await Activity.RecordAsync(session, new Activity(customer.Party, upload.Entity, upload.Unit, caller.PersonId, now, ActivityKind.Document, upload.Kind, Ref: Document.RefOf(id)));
        await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.DocumentsEdit, $"{customer.Number}/{upload.Entity}",
            After: $"{Document.RefOf(id)} {upload.Kind} {upload.Content.Bytes.Length} sha256 {upload.Hash}"));
        return id;
    }
}
