namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>A measure has the identity of another.</summary>
    public static readonly DomainError MeasureIdTaken = new("measure.id-taken", null, ErrorKind.Conflict, "案卷中已有同一标识的措施");

    /// <summary>No such measure in the case, or nothing of it is left.</summary>
    public static readonly DomainError MeasureNotOpen = new("measure.not-open", null, ErrorKind.WrongStage, "没有尚待处理的该项措施");

    /// <summary>The place is not on the list, was dealt with, or stands twice.</summary>
    public static readonly DomainError ThingNotOpen = new(
        "register-preserve.thing-not-open",
        null,
        ErrorKind.Unacceptable,
        "清单上没有该项物品，或者已经处理"
    );

    internal void EnsureNewMeasure(Guid id)
    {
        if (preserved.Exists(p => p.Id == id) || @sealed.Exists(s => s.Id == id))
            throw MeasureIdTaken.With($"措施 {id}");
    }

    internal PreservedThings PreservedOf(Guid id) =>
        preserved.Find(p => p.Id == id && p.OpenPlaces.Count > 0) ?? throw MeasureNotOpen.With($"先行登记保存 {id}");
}
