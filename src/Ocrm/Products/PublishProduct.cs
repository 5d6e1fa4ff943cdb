using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Products;

/// <param name="Version">That of the product as the caller saw it: what is published is what they read.</param>
public sealed record ProductStep(long Version);

/// <summary>POST /api/products/{code}/publish: what was written becomes a version; …/withdraw and …/sell: whether it is offered.</summary>
internal static class PublishProduct
{
    private delegate Task<ProblemHttpResult?> Step(Session session, Product product);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/products/{code}/publish", (string code, ProductStep body, Caller caller, OcrmDatabase database, EligibilityRule rule, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                StepAsync(code, body, caller, database, organisation, clock, (session, product) => PublishAsync(session, product, caller, rule, limits, clock, cancellation), cancellation))
            .Requires(Permission.ProductsEdit).WithName("PublishProduct").WithSummary("Publishes the version in writing; it never changes again");
        routes.MapPost("/products/{code}/withdraw", (string code, ProductStep body, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
                StepAsync(code, body, caller, database, organisation, clock, (session, product) => OfferAsync(session, product, caller, clock, Product.OnSale, Product.Withdrawn), cancellation))
            .Requires(Permission.ProductsEdit).WithName("WithdrawProduct").WithSummary("Takes a product off sale");
        routes.MapPost("/products/{code}/sell", (string code, ProductStep body, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
                StepAsync(code, body, caller, database, organisation, clock, (session, product) => OfferAsync(session, product, caller, clock, Product.Withdrawn, Product.OnSale), cancellation))
            .Requires(Permission.ProductsEdit).WithName("SellProduct").WithSummary("Puts a withdrawn product on sale again");
    }

    private static async Task<Results<Ok<ProductView>, ProblemHttpResult>> StepAsync(
        string code, ProductStep body, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, Step step, CancellationToken cancellation)
    {
        var problem = await database.WriteAsync<ProblemHttpResult?>(async session =>
            await Product.FindToEditAsync(session, caller, code) is not { } product ? ShowProduct.Unknown
            : product.Version != body.Version ? EditProducts.Changed
            : await step(session, product), cancellation);
        return problem is null ? TypedResults.Ok((await ShowProduct.ViewAsync(code, caller, database, organisation, clock, cancellation))!) : problem;
    }

    private static async Task<ProblemHttpResult?> PublishAsync(
        Session session, Product product, Caller caller, EligibilityRule rule, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (product.Draft.Length == 0)
        {
            return EditProducts.Bad("product-valid-from", limits);
        }

        var terms = ProductTerms.Read(product.Draft);
        var last = (await ProductVersion.OfAsync(session, product.Id)).FirstOrDefault();
        if (terms.ValidFrom is not { } from || from < BankTime.Today(clock) || from < last?.ValidFrom)
        {
            return EditProducts.Bad("product-valid-from", limits);
        }

        if ((Product.Risky.Contains(product.Kind) && terms.Risk is not { Length: > 0 } ? "product-risk" : terms.Wrong(limits)) is { } wrong)
        {
            return EditProducts.Bad(wrong, limits);
        }

        // Written by a colleague, perhaps, or before a column or a tag went.
        if (await rule.WrongAsync(terms.Eligibility, caller, cancellation) is { } unfit)
        {
            return unfit;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await KeepAsync(session, product.Id, product.Published + 1, terms, caller.PersonId, at);
        await EditProducts.AuditAsync(session, caller, product.Code, $"version {product.Published}", $"version {product.Published + 1} from {BankTime.Text(from)} {product.Draft}", at);
        return null;
    }

    /// <summary>Keeps a version for ever, and puts the product on sale.</summary>
    public static async Task KeepAsync(Session session, long product, long number, ProductTerms terms, string person, long at)
    {
        await session.ExecuteAsync(
            "INSERT INTO ocrm.product_version (product, number, valid_from, terms, published_by, published_at) VALUES (@product, @number, @from, @terms, @who, @at)",
            ("product", product), ("number", number), ("from", BankTime.Number(terms.ValidFrom)), ("terms", terms.Write()), ("who", person), ("at", at));
        await session.ExecuteAsync(
            "UPDATE ocrm.product SET state = @state, draft = '', published = @number, risk = @risk, changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @product",
            ("state", Product.OnSale), ("number", number), ("risk", terms.Risk ?? ""), ("who", person), ("at", at), ("product", product));
    }

    private static async Task<ProblemHttpResult?> OfferAsync(Session session, Product product, Caller caller, TimeProvider clock, string before, string after)
    {
        if (product.State != before)
        {
            return EditProducts.Changed;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await session.ExecuteAsync("UPDATE ocrm.product SET state = @state, changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @id",
            ("state", after), ("who", caller.PersonId), ("at", at), ("id", product.Id));
        await EditProducts.AuditAsync(session, caller, product.Code, before, after, at);
        return null;
    }
}
