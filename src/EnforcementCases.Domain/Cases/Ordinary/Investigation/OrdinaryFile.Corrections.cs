namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>No order to correct was given.</summary>
    public static readonly DomainError NoOrder = new("order-to-correct.none", null, ErrorKind.WrongStage, "没有待复查的责令改正");

    /// <summary>An order has the identity of another.</summary>
    public static readonly DomainError OrderIdTaken = new(
        "order-to-correct.id-taken",
        null,
        ErrorKind.Conflict,
        "案卷中已有同一标识的责令改正"
    );
}
