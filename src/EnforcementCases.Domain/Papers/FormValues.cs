using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>The values for a form, given field by field.</summary>
/// <remarks>
/// <c>new FormValues(organ.Name, decidedOn, number.Text).With(FormFields.Party, party.Name).With(DecisionFields.Fine, fine)</c>. A field given twice
/// keeps the later value; nothing, or blank text, leaves it empty. Whether a field belongs to the form is judged when it is filled.
/// </remarks>
/// <param name="organName">Full name of the organ; never that of its brigade (APL-17).</param>
/// <param name="on">The date of the document, a legal date.</param>
/// <param name="number">Its number as issued; null for papers without one, and for a draft.</param>
public sealed class FormValues(string organName, DateOnly on, string? number = null)
{
    private readonly Dictionary<FormField, object> values = [];

    /// <summary>The organ.</summary>
    public string OrganName { get; } = organName;

    /// <summary>The date of the document, a legal date.</summary>
    public DateOnly On { get; } = on;

    /// <summary>Its number.</summary>
    public string? Number { get; } = number;

    /// <summary>Content of the verification QR code (文书查验二维码); null for none.</summary>
    public string? VerificationText { get; private set; }

    /// <summary>Content of the payment QR code (缴款二维码); null for none.</summary>
    public string? PaymentText { get; private set; }

    /// <summary>The fields that have a value.</summary>
    internal IEnumerable<FormField> Given => values.Keys;

    /// <summary>Sets the content of the verification QR code: an address with a random code, no personal data. Forms that stay in the file print none.</summary>
    public FormValues VerifiedBy(string? text)
    {
        VerificationText = text;
        return this;
    }

    /// <summary>Sets the content of the payment QR code. Forms that demand no money print none.</summary>
    public FormValues PaidBy(string? text)
    {
        PaymentText = text;
        return this;
    }

    /// <summary>Gives a text.</summary>
    public FormValues With(TextField field, string? text) => Set(field, string.IsNullOrWhiteSpace(text) ? null : text.Trim());

    /// <summary>Gives a day, <c>2022年5月10日</c>.</summary>
    public FormValues With(TextField field, DateOnly? day) => With(field, day is { } d ? ChineseDate.Day(d) : null);

    /// <summary>Gives a day and time, <c>2022年5月10日09时32分</c>.</summary>
    public FormValues With(TextField field, DateTimeOffset? at) => With(field, at is { } a ? ChineseDate.Moment(a) : null);

    /// <summary>Gives a day with its times of beginning and end.</summary>
    public FormValues With(TextField field, DateTimeOffset from, DateTimeOffset to) => With(field, ChineseDate.Span(from, to));

    /// <summary>Gives an amount, in capitals and in figures.</summary>
    public FormValues With(TextField field, Money amount) => With(field, $"{ChineseAmount.InCapitals(amount)}（￥{amount.InYuan}）");

    /// <summary>Gives lines with their labels.</summary>
    public FormValues With(LinesField field, IEnumerable<LabelledLine> lines) => Set(field, Some(lines));

    /// <summary>Gives entries; blank ones are left out.</summary>
    public FormValues With(ListField field, IEnumerable<string> entries) =>
        Set(field, Some(entries.Where(e => !string.IsNullOrWhiteSpace(e)).Select(e => e.Trim())));

    /// <summary>Gives rows, each with a text for every column.</summary>
    /// <exception cref="ArgumentException">A row has more or fewer texts than the field has columns.</exception>
    public FormValues With(TableField field, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        return all.TrueForAll(r => r.Count == field.Columns.Count)
            ? Set(field, Some(all))
            : throw new ArgumentException($"A row of {field.Key} has {field.Columns.Count} columns.", nameof(rows));
    }

    /// <summary>Gives questions and answers.</summary>
    public FormValues With(DialogueField field, IEnumerable<QuestionAndAnswer> entries) => Set(field, Some(entries));

    /// <summary>Ticks boxes.</summary>
    /// <exception cref="ArgumentException">The field has no such box.</exception>
    public FormValues With(ChoiceField field, params IEnumerable<string> ticked)
    {
        var all = ticked.ToList();
        return all.TrueForAll(field.Options.Contains)
            ? Set(field, Some(all))
            : throw new ArgumentException($"{field.Key} offers {string.Join('、', field.Options)}.", nameof(ticked));
    }

    /// <summary>Names officers.</summary>
    public FormValues With(OfficersField field, IEnumerable<DecidingOfficer> officers) => Set(field, Some(officers));

    /// <summary>Gives an opinion.</summary>
    public FormValues With(OpinionField field, Opinion? opinion) => Set(field, string.IsNullOrWhiteSpace(opinion?.Text) ? null : opinion);

    /// <summary>How many entries the field has; 1 for a text or an opinion, 0 for nothing.</summary>
    internal int CountOf(FormField field) =>
        values.GetValueOrDefault(field) switch
        {
            null => 0,
            System.Collections.ICollection list => list.Count,
            _ => 1,
        };

    internal T? Get<T>(FormField field)
        where T : class => (T?)values.GetValueOrDefault(field);

    private static List<T>? Some<T>(IEnumerable<T> entries) => entries.ToList() is { Count: > 0 } list ? list : null;

    private FormValues Set(FormField field, object? value)
    {
        if (value is null)
            values.Remove(field);
        else
            values[field] = value;
        return this;
    }
}
