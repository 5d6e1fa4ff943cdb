using System.Security.Cryptography;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Documents.Content;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Granary.Ocrm.Products;

/// <param name="Bytes">How large it is.</param>
/// <param name="Since">The number of the first version that has it.</param>
/// <param name="Until">The number of the first version that has it no more; null: it goes on.</param>
public sealed record ProductFileView(long Id, string Name, string ContentType, long Bytes, DateTimeOffset At, long Since, long? Until);

/// <summary>A sheet or form that goes with versions of a product, without its bytes, which lie with those of documents.</summary>
/// <param name="Until">0 while the version in writing has it.</param>
internal sealed record ProductFile(long Id, string Name, string ContentType, long BlobId, long Bytes, string Hash, long At, long Since, long Until)
{
    /// <summary>Of all versions of a product, published or in writing.</summary>
    public static Task<List<ProductFile>> OfAsync(Session session, long product) => session.QueryAsync(
        "SELECT f.id, f.name, f.content_type, f.blob_id, f.bytes, f.hash, f.at, f.since, f.until FROM ocrm.product_file f WHERE f.product = @product ORDER BY f.id",
        r => new ProductFile(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetInt64(4), r.GetString(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8)), ("product", product));

    /// <summary>Some published version has it: it stays, whatever becomes of later ones.</summary>
    public bool IsPublished(Product product) => Since <= product.Published;

    /// <summary>The version in writing has it, or the next one that will be.</summary>
    public bool IsWritten => Until == 0;
}

/// <summary>
/// POST /api/products/{code}/files (multipart/form-data with "file"), GET and DELETE …/files/{id}: checked by their content and sent as
/// something to be saved, as documents are. They are added to, and taken from, the version that is being written; what was published keeps its
/// own. The same file again is the one that is there.
/// </summary>
internal static class ProductFiles
{
    private static ProblemHttpResult Unknown => Problems.NotFound("document-unknown", "The product has no such file.");

    public static void Map(IEndpointRouteBuilder routes, OcrmLimits limits)
    {
        routes.MapPost("/products/{code}/files", AddAsync).Accepts<IFormFile>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(limits.DocumentBytes + limits.DocumentFields))
            .Requires(Permission.ProductsEdit).WithName("AddProductFile").WithSummary("Keeps a file with the version of a product that is being written");
        routes.MapGet("/products/{code}/files/{id:long}", SendAsync).Requires(Permission.ProductsRead).WithName("DownloadProductFile").WithSummary("What a product's file holds");
        routes.MapDelete("/products/{code}/files/{id:long}", RemoveAsync).Requires(Permission.ProductsEdit).WithName("RemoveProductFile").WithSummary("Takes a file from the version of a product that is being written");
    }

    private static async Task<Results<Ok<UploadedDocument>, ProblemHttpResult>> AddAsync(
        string code, HttpRequest request, Caller caller, OcrmDatabase database, CheckTurns turns, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (await database.ReadAsync(session => Product.FindToEditAsync(session, caller, code), cancellation) is null)
        {
            return ShowProduct.Unknown;
        }

        var (form, problem) = await SentFile.ReceiveAsync(request, limits, cancellation);
        if (form is null)
        {
            return problem!;
        }

        return await turns.TakeAsync<Results<Ok<UploadedDocument>, ProblemHttpResult>>(async () =>
        {
            var file = form.Files.GetFile("file")!;
            var name = SentFile.NameOf(file.FileName, limits.DocumentName);
            var content = FileContent.Check(await SentFile.BytesAsync(file, cancellation), Path.GetExtension(name), limits);
            if (content.Flaw is { } flaw)
            {
                return SentFile.Refusal(flaw);
            }

            return await database.WriteAsync(session => KeepAsync(session, code, name, content, caller, limits, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation) switch
            {
                null => ShowProduct.Unknown,
                0 => Problems.Conflict("product-files", $"A product has at most {limits.ProductFiles} files."),
                { } id => TypedResults.Ok(new UploadedDocument(id)),
            };
        }, cancellation);
    }

    /// <returns>Null where the product is not the caller's to write by now, 0 where it has too many.</returns>
    private static async Task<long?> KeepAsync(Session session, string code, string name, FileContent content, Caller caller, OcrmLimits limits, long at)
    {
        if (await Product.FindToEditAsync(session, caller, code) is not { } product)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span));
        var next = product.Published + 1;
        var there = await ProductFile.OfAsync(session, product.Id);
        if (there.Find(f => f.Hash == hash && (f.IsWritten || f.Until == next)) is { } same)
        {
            if (!same.IsWritten)
            {
                await session.ExecuteAsync("UPDATE ocrm.product_file SET until = 0 WHERE id = @id", ("id", same.Id));
                await ChangedAsync(session, caller, code, product.Id, "", $"file/{same.Id} sha256 {hash}", at);
            }

            return same.Id;
        }

        if (there.Count(f => f.IsWritten) >= limits.ProductFiles)
        {
            return 0;
        }

        var blob = await DocumentParts.KeepAsync(session, product.Entity, hash, content.Bytes, limits.DocumentPart);
        var id = (await session.QueryAsync(
            "INSERT INTO ocrm.product_file (product, name, content_type, blob_id, bytes, hash, uploaded_by, at, since) VALUES (@product, @name, @type, @blob, @bytes, @hash, @who, @at, @since) RETURNING id", r => r.GetInt64(0),
            ("product", product.Id), ("name", name), ("type", content.Type), ("blob", blob), ("bytes", (long)content.Bytes.Length), ("hash", hash), ("who", caller.PersonId), ("at", at), ("since", next)))[0];
        await ChangedAsync(session, caller, code, product.Id, "", $"file/{id} {content.Bytes.Length} sha256 {hash}", at);
        return id;
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> SendAsync(string code, long id, HttpResponse response, Caller caller, OcrmDatabase database, CancellationToken cancellation)
    {
        var (_, _, files, _) = await database.ReadAsync(session => ShowProduct.ReadAsync(session, caller, code), cancellation);
        if (files.FirstOrDefault(f => f.Id == id) is not { } file)
        {
            return Unknown;
        }

        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(
            body =>
            {
                response.ContentLength = file.Bytes;
                return DocumentParts.SendAsync(database, file.BlobId, file.Bytes, body, cancellation);
            },
            file.ContentType, file.Name, DateTimeOffset.FromUnixTimeMilliseconds(file.At), new EntityTagHeaderValue($"\"{file.Hash}\""));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string code, long id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
        await database.WriteAsync<Results<NoContent, ProblemHttpResult>>(async session =>
        {
            if (await Product.FindToEditAsync(session, caller, code) is not { } product || (await ProductFile.OfAsync(session, product.Id)).Find(f => f.Id == id && f.IsWritten) is not { } file)
            {
                return Unknown;
            }

            if (file.IsPublished(product))
            {
                await session.ExecuteAsync("UPDATE ocrm.product_file SET until = @until WHERE id = @id", ("until", product.Published + 1), ("id", id));
            }
            else
            {
                await session.ExecuteAsync("DELETE FROM ocrm.product_file WHERE id = @id", ("id", id));
                await DocumentParts.DropAsync(session, file.BlobId);
            }

            await ChangedAsync(session, caller, code, product.Id, $"file/{id} sha256 {file.Hash}", "", clock.GetUtcNow().ToUnixTimeMilliseconds());
            return TypedResults.NoContent();
        }, cancellation);

    /// <summary>Who publishes without having read it is told.</summary>
    private static async Task ChangedAsync(Session session, Caller caller, string code, long product, string before, string after, long at)
    {
        await session.ExecuteAsync("UPDATE ocrm.product SET changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @id", ("who", caller.PersonId), ("at", at), ("id", product));
        await EditProducts.AuditAsync(session, caller, code, before, after, at);
    }
}
