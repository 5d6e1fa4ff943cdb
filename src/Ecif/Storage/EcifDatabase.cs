using Granary.Kernel.Storage;

namespace Granary.Ecif.Storage;

/// <summary>The customer master's tables: schema "ecif".</summary>
internal sealed class EcifDatabase(string connectionString) : Database(connectionString, "ecif");
