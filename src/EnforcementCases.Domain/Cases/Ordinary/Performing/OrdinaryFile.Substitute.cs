namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>A decision on performance by others that was not carried out yet, with the place of its act; null where there is none.</summary>
    public (DecideSubstitute Decision, int Place)? Substitute { get; internal set; }

    /// <summary>Day on which the party was first called upon again after an act: a further call does not undo it. Null where it was not.</summary>
    internal DateOnly? CalledAgainAfter(int place) => calls.Where(c => c.Place > place).Select(ServedOn).Min();
}
