using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.SignIn;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Products;

/// <param name="Code">Letters, digits and hyphens; of a new one, it never changes.</param>
/// <param name="Entity">Of a new one; empty or null: the province's.</param>
/// <param name="Draft">The version that is being written; null: none is.</param>
/// <param name="Version">That of the product as the writer saw it; of a new one, none.</param>
public sealed record ProductBody(
    string? Code, string? Entity, string? Kind, TwoLanguages? Name, IReadOnlyList<string>? Holds, IReadOnlyList<string>? Reported, ProductTerms? Draft, long? Version);

/// <summary>POST /api/products, PUT /api/products/{code}: what a product is, and the version that is being written. What is published stays as it is.</summary>
internal static class EditProducts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/products", (ProductBody body, Caller caller, OcrmDatabase database, EligibilityRule rule, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(null, body, caller, database, rule, organisation, limits, clock, cancellation))
            .Requires(Permission.ProductsEdit).WithName("AddProduct").WithSummary("A new product, with its first version in writing");
        routes.MapPut("/products/{code}", (string code, ProductBody body, Caller caller, OcrmDatabase database, EligibilityRule rule, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(code, body, caller, database, rule, organisation, limits, clock, cancellation))
            .Requires(Permission.ProductsEdit).WithName("SaveProduct").WithSummary("Changes what a product is, and the version in writing");
    }

    public static ProblemHttpResult Changed => Problems.Conflict("product-changed", "Somebody changed this product meanwhile.");

    /// <summary>The words of what is wrong with a product or its terms.</summary>
    public static ProblemHttpResult Bad(string code, OcrmLimits limits) => Problems.BadRequest(code, code switch
    {
        "product-terms" => $"A term has at most {limits.ProductTermMonths} months, amounts are not negative and in order, and a currency has three capital letters.",
        "product-rates" => $"A version has at most {limits.ProductRates} rates, each of 0 to 100 percent with four decimals, and one for each amount, term and day.",
        "product-risk" => "The risk is one of R1 to R5; products of wealth and insurance need one.",
        "product-talk" => $"What is said of a product has at most {limits.ProductTalk} characters.",
        "product-valid-from" => "A version counts from today or later, and not before the one that was published last.",
        _ => $"A product needs a code of letters and digits, a kind, and a name in both languages of at most {limits.ProductName} characters.",
    });

    private static async Task<Results<Ok<ProductView>, ProblemHttpResult>> SaveAsync(
        string? code, ProductBody body, Caller caller, OcrmDatabase database, EligibilityRule rule, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var wanted = body with { Code = code ?? body.Code?.Trim(), Entity = body.Entity ?? "", Holds = body.Holds ?? [], Reported = body.Reported ?? [], Draft = body.Draft?.Canonical() };
        if ((Incomplete(wanted, limits) ? "product-incomplete" : wanted.Draft?.Wrong(limits)) is { } wrong)
        {
            return Bad(wrong, limits);
        }

        if (code is null && !caller.SightOf(Permission.ProductsEdit).Sees(wanted.Entity, null))
        {
            return Problems.NotFound("unit.unknown", "No legal entity whose products you write has this code.");
        }

        if (await rule.WrongAsync(wanted.Draft?.Eligibility, caller, cancellation) is { } unfit)
        {
            return unfit;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var problem = await database.WriteAsync(session => code is null ? AddAsync(session, wanted, caller, at) : ChangeAsync(session, wanted, caller, at), cancellation);
        return problem is null ? TypedResults.Ok((await ShowProduct.ViewAsync(wanted.Code!, caller, database, organisation, clock, cancellation))!) : problem;
    }

    private static bool Incomplete(ProductBody body, OcrmLimits limits) =>
        body.Code is not { Length: > 0 } code || code.Length > limits.ProductCode || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        || !Product.Kinds.Contains(body.Kind) || body.Name is not { } name || new[] { name.Zh, name.En }.Any(n => string.IsNullOrWhiteSpace(n) || n.Length > limits.ProductName || n.Any(char.IsControl))
        || !body.Holds!.All(Holding.Kinds.Contains) || body.Reported!.Count > limits.ProductReported
        || !body.Reported.All(r => r is { Length: > 0 } && r.Length <= limits.ProductCode && r.All(c => c > ' ' && c != ','));

    private static async Task<ProblemHttpResult?> AddAsync(Session session, ProductBody body, Caller caller, long at)
    {
        var added = await session.ExecuteAsync(
            """
            INSERT INTO ocrm.product (code, entity, kind, name_zh, name_en, holds, reported, state, draft, published, risk, changed_by, changed_at, version)
            VALUES (@code, @entity, @kind, @zh, @en, @holds, @reported, @state, @draft, 0, '', @who, @at, 1) ON CONFLICT (code) DO NOTHING
            """,
            [.. Facts(body, caller, at), ("code", body.Code), ("entity", body.Entity), ("state", Product.Drafted), ("draft", (body.Draft ?? ProductTerms.Empty).Write())]);
        if (added == 0)
        {
            return Problems.Conflict("product-code", "Another product has this code.");
        }

        await AuditAsync(session, caller, body.Code!, "", "added", at);
        return null;
    }

    private static async Task<ProblemHttpResult?> ChangeAsync(Session session, ProductBody body, Caller caller, long at)
    {
        if (await Product.FindToEditAsync(session, caller, body.Code!) is not { } known)
        {
            return ShowProduct.Unknown;
        }

        if (known.Version != body.Version)
        {
            return Changed;
        }

        // Of what was never published something is always being written.
        var draft = body.Draft?.Write() ?? (known.Published == 0 ? known.Draft : "");
        await session.ExecuteAsync(
            "UPDATE ocrm.product SET kind = @kind, name_zh = @zh, name_en = @en, holds = @holds, reported = @reported, draft = @draft, changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @id",
            [.. Facts(body, caller, at), ("draft", draft), ("id", known.Id)]);
        await AuditAsync(session, caller, known.Code, Said(known.Kind, known.NameZh, known.Holds, known.Reported), Said(body.Kind!, body.Name!.Zh.Trim(), body.Holds!, body.Reported!), at);
        return null;
    }

    public static Task AuditAsync(Session session, Caller caller, string code, string before, string after, long at) =>
        AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.ProductsEdit, code, Before: before, After: after));

    private static string Said(string kind, string name, IEnumerable<string> holds, IEnumerable<string> reported) => $"{kind} {name} {string.Join(',', holds)} {string.Join(',', reported)}".TrimEnd();

    private static (string Name, object? Value)[] Facts(ProductBody body, Caller caller, long at) =>
    [
        ("kind", body.Kind), ("zh", body.Name!.Zh.Trim()), ("en", body.Name.En.Trim()), ("holds", string.Join(',', body.Holds!.Distinct())), ("reported", string.Join(',', body.Reported!.Distinct())),
        ("who", caller.PersonId), ("at", at),
    ];
}
