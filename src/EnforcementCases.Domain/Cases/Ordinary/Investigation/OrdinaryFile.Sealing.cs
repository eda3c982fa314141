using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>The measure does not wait for the head.</summary>
    public static readonly DomainError NotToApprove = new(
        "coercion.not-to-approve",
        null,
        ErrorKind.WrongStage,
        "没有待补办批准的该项措施"
    );

    /// <summary>Kept as confiscated, and no decision confiscated them.</summary>
    public static readonly DomainError NotConfiscated = new(
        "coercion.not-confiscated",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "依法应当没收的非法财物予以没收；没有没收的，应当解除查封、扣押并退还",
        CoercionLaw.At("第二十七条")
    );

    internal SealedThings SealedOf(Guid id) => @sealed.Find(s => s.Id == id && s.IsOpen) ?? throw MeasureNotOpen.With($"查封、扣押 {id}");
}
