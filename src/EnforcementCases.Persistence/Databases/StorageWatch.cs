using System.Diagnostics.Metrics;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Remembers whether the last write failed because the storage was full, read-only or away; the readiness check then tries by itself, until one succeeds.</summary>
public sealed class StorageWatch(Dialect dialect, IMeterFactory meters)
{
    private readonly Counter<long> failures = meters
        .Create(Measured.Name)
        .CreateCounter<long>("enforcement.storage.failures", "{failure}", "Writes that the storage refused: full, read-only or away.");

    private volatile bool failing;

    /// <summary>The last write failed for want of storage.</summary>
    public bool IsFailing => failing;

    internal void Wrote()
    {
        if (failing)
            failing = false;
    }

    internal void Failed(Exception error)
    {
        if (dialect.FaultOf(error) is not (DatabaseFault.Storage or DatabaseFault.Unavailable))
            return;
        failing = true;
        failures.Add(1);
    }
}

/// <summary>Name of the program's meter and of its trace source.</summary>
public static class Measured
{
    public const string Name = "EnforcementCases";
}
