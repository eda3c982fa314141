using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>A value that an organisation sets for a place-dependent parameter (因地参数), from a day on. Later values do not touch earlier days.</summary>
public sealed class ParameterValue : IOwnedByOrganisation
{
    /// <summary>Longest key.</summary>
    public const int KeyMaxLength = 60;

    /// <summary>Longest value: a list may name every matter.</summary>
    public const int ValueMaxLength = 2_000;

    /// <summary>Longest source.</summary>
    public const int SourceMaxLength = 300;

    /// <summary>Stored in place of a value: from that day on the organisation has no value of its own and inherits the one of the organisation above.</summary>
    public const string Inherited = "inherit";

    private ParameterValue() { }

    /// <summary>Sets a value that one clerk entered and another confirmed.</summary>
    /// <param name="validFrom">First day.</param>
    /// <param name="source">Instrument or decision that it comes from.</param>
    public ParameterValue(
        Guid id,
        Organisation organisation,
        LocalParameter parameter,
        string value,
        DateOnly validFrom,
        string source,
        Guid enteredBy,
        Guid confirmedBy,
        DateTimeOffset at
    )
    {
        Id = id;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        Key = parameter.Key.Text;
        Value = value;
        ValidFrom = validFrom;
        Source = source;
        (EnteredBy, ConfirmedBy) = (enteredBy, confirmedBy);
        EnteredAt = at;
    }

    /// <summary>Identity; stored in each case that relies on it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation that set it; those below inherit it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Key of the parameter.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The value, written in the format of the parameter's unit; <see cref="Inherited"/> if the organisation gives up its own value.</summary>
    public string Value { get; private set; } = "";

    /// <summary>First day on which it applies.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Instrument or decision that it comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Person who entered it.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>Second person who confirmed it.</summary>
    public Guid ConfirmedBy { get; private set; }

    /// <summary>When it was confirmed; of two values from the same day the later one applies.</summary>
    public DateTimeOffset EnteredAt { get; private set; }
}

/// <summary>The value of a parameter for an organisation on a day.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value in force.</param>
/// <param name="IsConfirmed">Whether a second person has confirmed it; the product's defaults have the status they were shipped with.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="ValidFrom">First day; null for the product's default.</param>
/// <param name="SetBy">Path of the organisation that set it; null for the product's default.</param>
/// <param name="ValueId">The value's identity, stored in each case that relies on it; null for the product's default.</param>
public sealed record ParameterInForce(
    LocalParameter Parameter,
    string Value,
    bool IsConfirmed,
    string Source,
    DateOnly? ValidFrom,
    string? SetBy,
    Guid? ValueId
)
{
    /// <summary>An act depends on a value that nobody has confirmed.</summary>
    public static readonly DomainError Unconfirmed = new(
        "parameter.unconfirmed",
        null,
        ErrorKind.Unacceptable,
        "该参数尚未经第二人确认，不能据以办理"
    );

    /// <summary>The value as a whole number, for days, years, cases.</summary>
    public int Number => int.Parse(Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The value as money, in yuan.</summary>
    public Money Money =>
        Money.Yuan(
            decimal.Parse(Value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture)
        );

    /// <summary>The value as a list; it is written comma-separated.</summary>
    public IReadOnlyList<string> Items => Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Why no act may rely on it: it is unconfirmed; null if confirmed.</summary>
    public DomainException? WhyUnconfirmed =>
        IsConfirmed ? null : Unconfirmed.With($"参数 {Parameter.Key} 现值 {Value}", "由目录管理员录入并由另一名目录管理员确认");

    /// <summary>Refuses to base an act on an unconfirmed value.</summary>
    /// <exception cref="DomainException"><see cref="Unconfirmed"/>.</exception>
    public void EnsureConfirmed()
    {
        if (WhyUnconfirmed is { } why)
            throw why;
    }
}
