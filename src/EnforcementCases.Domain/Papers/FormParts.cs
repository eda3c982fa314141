using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Personnel;
using static EnforcementCases.Domain.Papers.FormFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>Words in which the forms are written: what a field is bound to, and lines that many forms share.</summary>
internal static class FormParts
{
    /// <summary>Printed on A4 or on a slip.</summary>
    public static readonly PrintFormat[] A4OrSlip = [PrintFormat.A4, PrintFormat.Receipt80, PrintFormat.Receipt58];

    /// <summary>A mandatory field, with the rule that asks for it.</summary>
    public static FormEntry Must(FormField field, DomainError duty) => new(field, duty);

    /// <summary>A field that may stay empty.</summary>
    public static FormEntry May(FormField field) => new(field, Duty: null);

    /// <summary>Mandatory where another field is given.</summary>
    public static FormEntry MustWhere(FormField given, FormField field, DomainError duty) => new(field, duty) { When = given };

    /// <summary>At least two officers.</summary>
    public static FormEntry Two(OfficersField officers) => new(officers, OfficersPresent.TooFew) { AtLeast = 2 };

    /// <summary>The field under another label.</summary>
    public static FormEntry As(this FormEntry entry, string label) => entry with { Label = label };

    /// <summary>A piece of fixed text.</summary>
    /// <param name="when">Only where this field is given; null: always.</param>
    public static Piece Say(string text, FormField? when = null) => new(null, text, when);

    /// <summary>The lines of the party.</summary>
    public static FormEntry[] PartyLines(DomainError duty) =>
        [Must(Party, duty), May(PartyDocument), May(PartyRepresentative), May(PartyOperator), Must(PartyAddress, duty), May(PartyPhone)];
}
