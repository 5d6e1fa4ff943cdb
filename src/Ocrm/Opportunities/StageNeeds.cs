namespace Granary.Ocrm.Opportunities;

/// <summary>What a stage may ask for of an opportunity that enters it. Pure.</summary>
internal static class StageNeeds
{
    public const string Document = "document";

    public static IReadOnlyList<string> All { get; } = ["amount", "product", "expected", "contact", "note", Document];

    /// <param name="documents">Files that belong to it.</param>
    /// <returns>What is not there yet, in the order of <see cref="All"/>.</returns>
    public static IReadOnlyList<string> Missing(Stage stage, Opportunity opportunity, int documents) => [.. All.Where(need => stage.Needs.Contains(need) && !(need switch
    {
        "amount" => opportunity.Amount > 0,
        "product" => opportunity.Product.Length > 0,
        "expected" => opportunity.Expected.Length > 0,
        "contact" => opportunity.Contact.Length > 0,
        "note" => opportunity.Note.Length > 0,
        _ => documents > 0,
    }))];
}
