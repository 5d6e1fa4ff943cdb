namespace Granary.Ocrm.Questionnaires;

/// <summary>A questionnaire that ships, to begin one's own with.</summary>
/// <param name="Name">Also its kind.</param>
/// <param name="Document">SurveyJS's JSON, in both languages.</param>
internal sealed record Template(string Name, string Document)
{
    /// <summary>How much risk a customer bears, in bands C1 to C5.</summary>
    public const string Risk = "risk";

    private static readonly string[] Names = [Risk, "investigation", "satisfaction", "need"];

    public static IReadOnlyList<Template> All { get; } = [.. Names.Select(name => new Template(name, Read(name)))];

    public string Kind => Name;

    public static Template? Find(string name) => All.SingleOrDefault(t => t.Name == name);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Template).Assembly.GetManifestResourceStream($"Questionnaires.{name}.json")!);
        return reader.ReadToEnd();
    }
}
