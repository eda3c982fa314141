using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence;

/// <summary>Conventions of all tables: names in snake case, foreign keys that restrict, binary collation on codes.</summary>
internal static class ModelRules
{
    /// <summary>The one collation of all text on SQL Server: by UTF-16 units, whatever the database's own is.</summary>
    public const string BinaryOnSqlServer = "Latin1_General_100_BIN2";

    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    /// <summary>Properties that rise with time, the first that an entity has.</summary>
    private static readonly string[] Rising = ["Seq", "RecordedAt", "IssuedAt", "PrintedAt", "CreatedAt"];

    private const string CodeAnnotation = "EnforcementCases:Code";

    /// <summary>The column is a code, key or number: it is compared byte by byte on every database.</summary>
    public static PropertyBuilder<T> IsCode<T>(this PropertyBuilder<T> property, int maxLength)
    {
        property.Metadata.SetAnnotation(CodeAnnotation, true);
        return property.HasMaxLength(maxLength);
    }

    /// <inheritdoc cref="IsCode{T}(PropertyBuilder{T}, int)" />
    public static ComplexTypePropertyBuilder<T> IsCode<T>(this ComplexTypePropertyBuilder<T> property, int maxLength)
    {
        property.Metadata.SetAnnotation(CodeAnnotation, true);
        return property.HasMaxLength(maxLength);
    }

    /// <summary>Text of unlimited length.</summary>
    public static PropertyBuilder<T> IsLongText<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetMaxLength(null);
        return property;
    }

    public static void Apply(ModelBuilder builder, string provider)
    {
        var binary = provider switch
        {
            "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
            SqlServer => BinaryOnSqlServer,
            _ => "BINARY",
        };
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (!entity.IsOwned() && entity.GetTableName() is { } table)
                entity.SetTableName(SnakeCase(table));
            Rename(entity.GetProperties(), entity.GetComplexProperties(), "", binary);
            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership))
                key.DeleteBehavior = DeleteBehavior.Restrict;
            if (provider == SqlServer)
            {
                CompareBinary(entity.GetProperties(), entity.GetComplexProperties());
                StoreInOrderOfArrival(entity);
            }
        }
    }

    /// <summary>The database's own collation may take a and A or ａ and a for the same, and texts of two collations cannot be compared at all.</summary>
    private static void CompareBinary(IEnumerable<IMutableProperty> properties, IEnumerable<IMutableComplexProperty> complex)
    {
        foreach (
            var property in properties.Where(p =>
                (p.GetValueConverter()?.ProviderClrType ?? p.GetProviderClrType() ?? p.ClrType) == typeof(string)
            )
        )
            property.SetCollation(BinaryOnSqlServer);
        foreach (var part in complex)
            CompareBinary(part.ComplexType.GetProperties(), part.ComplexType.GetComplexProperties());
    }

    /// <summary>Rows of SQL Server lie in the order of one index, by default the primary key. Its order of Guids is not that of their time, so every new row would go to another page:
    /// where a column rises with time, rows lie in its order.</summary>
    private static void StoreInOrderOfArrival(IMutableEntityType entity)
    {
        if (
            Rising.Select(entity.FindProperty).FirstOrDefault(p => p is not null) is not { } rising
            || entity.FindPrimaryKey() is not { } key
        )
            return;
        if (key.Properties.Contains(rising))
            return;
        key.SetIsClustered(false);
        var index = entity.GetIndexes().FirstOrDefault(i => i.Properties is [var only] && only == rising) ?? entity.AddIndex(rising);
        index.SetIsClustered(true);
    }

    private static void Rename(
        IEnumerable<IMutableProperty> properties,
        IEnumerable<IMutableComplexProperty> complex,
        string prefix,
        string binary
    )
    {
        foreach (var property in properties)
        {
            if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                property.SetColumnName(prefix + SnakeCase(property.Name));
            var isCode =
                property.RemoveAnnotation(CodeAnnotation) is not null || property.Name == nameof(IOwnedByOrganisation.OrganisationPath);
            if (property.Name == nameof(IOwnedByOrganisation.OrganisationPath))
                property.SetMaxLength(Organisation.PathMaxLength);
            if (isCode || (property.ClrType.IsEnum || Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == true))
                property.SetCollation(binary);
        }
        foreach (var part in complex)
            Rename(part.ComplexType.GetProperties(), part.ComplexType.GetComplexProperties(), $"{prefix}{SnakeCase(part.Name)}_", binary);
    }

    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]))
            {
                if (i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                    text.Append('_');
                text.Append(char.ToLowerInvariant(name[i]));
            }
            else
            {
                text.Append(name[i]);
            }
        }
        return text.ToString();
    }
}
