namespace Granary.Wire.Tests;

/// <summary>The bank's six interface files, loaded once.</summary>
internal static class Interfaces
{
    private static readonly Lazy<IReadOnlyDictionary<string, Interface>> Loaded = new(() =>
        Interface.LoadAll(Folder).ToDictionary(one => one.System, StringComparer.Ordinal));

    public static string Folder => Path.Combine(Shared.RepositoryRoot, "interfaces");

    public static Interface Of(string system) => Loaded.Value[system];

    public static TheoryData<string> All => ["CARD", "CBS", "CLMS", "EBANK", "IBP", "WMS"];
}
