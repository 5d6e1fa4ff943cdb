using Granary.Access;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Products;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Opportunities;

/// <summary>What somebody types of an opportunity; null leaves a field as it is.</summary>
/// <param name="Amount">Cents; 0: not known.</param>
/// <param name="Chance">Percent; -1: that of the stage.</param>
/// <param name="Expected">YYYY-MM-DD, or empty.</param>
public sealed record OpportunityFields(string? Title, string? Product, long? Amount, int? Chance, string? Expected, string? Contact, string? Note)
{
    internal Opportunity On(Opportunity o) => o with
    {
        Title = Title?.Trim() ?? o.Title, Product = Product?.Trim() ?? o.Product, Amount = Amount ?? o.Amount, Chance = Chance ?? o.Chance, Expected = Expected ?? o.Expected,
        Contact = Contact?.Trim() ?? o.Contact, Note = Note?.Trim() ?? o.Note,
    };

    /// <returns>Null where all of it has its form.</returns>
    internal static ProblemHttpResult? Wrong(Opportunity o, OcrmLimits limits) =>
        o.Title.Length == 0 || o.Title.Length > limits.TaskTitle || o.Contact.Length > limits.TaskTitle || o.Product.Length > limits.TaskTitle
            ? Problems.BadRequest("opportunity-title", $"An opportunity has a title; it, the contact and the product have at most {limits.TaskTitle} characters.")
        : o.Note.Length > limits.WorkText ? Problems.BadRequest("work-text", $"A text has at most {limits.WorkText} characters.")
        : o.Amount < 0 || o.Amount > limits.OpportunityAmount ? Problems.BadRequest("opportunity-amount", $"An amount is between 0 and {limits.OpportunityAmount} cents.")
        : o.Chance is < -1 or > 100 ? Problems.BadRequest("opportunity-chance", "A probability is between 0 and 100 percent.")
        : o.Expected.Length > 0 && BankTime.Parse(o.Expected) is null ? Problems.BadRequest("task-day", "A day is YYYY-MM-DD.")
        : null;

    /// <summary>Why a product that it has not had before may not be proposed to its customer; one that it has stays.</summary>
    internal static Task<ProblemHttpResult?> UnsuitableAsync(Session session, Opportunity before, Opportunity after, long at) =>
        Suitability.CheckAsync(session, after.Party, after.Entity, after.Product == before.Product ? "" : after.Product, at);
}
