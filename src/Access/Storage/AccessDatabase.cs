using Granary.Kernel.Storage;

namespace Granary.Access.Storage;

/// <summary>The tables of people, rights and trust: schema "access".</summary>
internal sealed class AccessDatabase(string connectionString) : Database(connectionString, "access");
