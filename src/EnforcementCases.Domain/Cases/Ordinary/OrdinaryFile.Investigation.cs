namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>First day of a suspension that still lasts (中止); null otherwise.</summary>
    public DateOnly? SuspendedOn { get; internal set; }

    /// <summary>Whether the case is suspended.</summary>
    public bool IsSuspended => SuspendedOn is not null;
}
