using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.SignIn;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Products;

/// <param name="PublishedBy">By name; empty where it came with the demo.</param>
public sealed record ProductVersionView(long Number, DateOnly ValidFrom, ProductTerms Terms, string PublishedBy, DateTimeOffset PublishedAt);

/// <param name="State">draft, on-sale or withdrawn.</param>
/// <param name="Current">The number of the version that counts today; null where none does yet.</param>
/// <param name="Versions">The latest first.</param>
/// <param name="Files">Of all these versions, and of the one in writing where the caller may write: each says which.</param>
/// <param name="Draft">What is being written, where the caller may write.</param>
public sealed record ProductView(
    string Code, string Entity, string EntityName, string Kind, TwoLanguages Name, IReadOnlyList<string> Holds, IReadOnlyList<string> Reported, string State, long? Current,
    IReadOnlyList<ProductVersionView> Versions, IReadOnlyList<ProductFileView> Files, bool MayEdit, ProductTerms? Draft, DateTimeOffset ChangedAt, long Version);

/// <summary>GET /api/products/{code}: a product with all its versions.</summary>
internal static class ShowProduct
{
    public static ProblemHttpResult Unknown => Problems.NotFound("product-unknown", "No product that you may see has this code.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/products/{code}", async Task<Results<Ok<ProductView>, ProblemHttpResult>> (
                string code, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
                await ViewAsync(code, caller, database, organisation, clock, cancellation) is { } view ? TypedResults.Ok(view) : Unknown)
            .Requires(Permission.ProductsRead).WithName("ShowProduct").WithSummary("One product with its versions");

    public static async Task<ProductView?> ViewAsync(string code, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation)
    {
        var (product, versions, files, edits) = await database.ReadAsync(session => ReadAsync(session, caller, code), cancellation);
        if (product is null)
        {
            return null;
        }

        var people = await organisation.PeopleNamesAsync([.. versions.Select(v => v.PublishedBy).Where(p => p.Length > 0).Distinct()], cancellation);
        var units = await organisation.UnitNamesAsync(product.Entity.Length > 0 ? [product.Entity] : [], cancellation);
        var today = BankTime.Today(clock);
        return new ProductView(
            product.Code, product.Entity, units.GetValueOrDefault(product.Entity, product.Entity), product.Kind, new TwoLanguages(product.NameZh, product.NameEn), product.Holds, product.Reported, product.State,
            versions.FirstOrDefault(v => v.ValidFrom <= today)?.Number,
            [.. versions.Select(v => new ProductVersionView(v.Number, v.ValidFrom, v.Terms, people.GetValueOrDefault(v.PublishedBy, v.PublishedBy), DateTimeOffset.FromUnixTimeMilliseconds(v.PublishedAt)))],
            [.. files.Select(f => new ProductFileView(f.Id, f.Name, f.ContentType, f.Bytes, DateTimeOffset.FromUnixTimeMilliseconds(f.At), f.Since, f.Until == 0 ? null : f.Until))], edits, edits && product.Draft.Length > 0 ? ProductTerms.Read(product.Draft) : null, DateTimeOffset.FromUnixTimeMilliseconds(product.ChangedAt), product.Version);
    }

    /// <summary>What the caller may see of it: of files those of published versions, and of the one in writing where the caller may write.</summary>
    public static async Task<(Product? Product, IReadOnlyList<ProductVersion> Versions, IReadOnlyList<ProductFile> Files, bool Edits)> ReadAsync(Session session, Caller caller, string code)
    {
        var edited = await Product.FindToEditAsync(session, caller, code);
        return (edited ?? await Product.FindAsync(session, caller, code)) is { } product
            ? (product, await ProductVersion.OfAsync(session, product.Id), (await ProductFile.OfAsync(session, product.Id)).FindAll(f => edited is not null || f.IsPublished(product)), edited is not null)
            : (null, [], [], false);
    }
}
