namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>Day from which the ninety days run: of the filing, or of handling the case again.</summary>
    internal DateOnly DecisionTermFrom => ReopenedAt is { } place ? acts[place - 1].DoneOn : Case.FiledOn!.Value;

    /// <summary>The case is not suspended.</summary>
    public static readonly DomainError NotSuspended = new("case.not-suspended", null, ErrorKind.WrongStage, "案件没有中止");
}
