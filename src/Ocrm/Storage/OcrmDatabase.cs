using Granary.Kernel.Storage;

namespace Granary.Ocrm.Storage;

/// <summary>The tables of customer management: schema "ocrm", on SQLite a file and a writer of its own.</summary>
internal sealed class OcrmDatabase(string connectionString) : Database(connectionString, "ocrm");
