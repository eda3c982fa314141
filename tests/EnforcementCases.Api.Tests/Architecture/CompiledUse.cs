using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>A type that is declared in no other.</summary>
internal readonly record struct TypeName(string Namespace, string Name);

/// <summary>One type uses another; what is nested, or made by the compiler for a lambda, an iterator or an async method, counts to the type around it.</summary>
internal readonly partial record struct CompiledUse(TypeName From, TypeName To)
{
    /// <summary>All types of an assembly that are declared in no other.</summary>
    public static IReadOnlyList<TypeName> TypesOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Where(t => !reader.GetTypeDefinition(t).IsNested).Select(t => NameOf(reader, t))];
    }

    /// <summary>Every use in an assembly: base types, interfaces, attributes with the types they name, fields, signatures, constraints, and each type, method and field that a body names.</summary>
    /// <remarks>A constant, and the value of an enum, is copied into the body that names it: such a use does not show.</remarks>
    public static IReadOnlySet<CompiledUse> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return new AssemblyUses(file).Read();
    }

    private static TypeName NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.IsNested
            ? NameOf(reader, type.GetDeclaringType())
            : new(reader.GetString(type.Namespace), reader.GetString(type.Name).Split('`')[0]);
    }

    private static TypeName NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope is { IsNil: false, Kind: HandleKind.TypeReference } around
            ? NameOf(reader, (TypeReferenceHandle)around)
            : new(reader.GetString(type.Namespace), reader.GetString(type.Name).Split('`')[0]);
    }

    /// <summary>Reads the uses of an assembly from its metadata.</summary>
    private sealed partial class AssemblyUses(PEReader file) : ISignatureTypeProvider<bool, bool>, ICustomAttributeTypeProvider<bool>
    {
        private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (OpCode)f.GetValue(null)!)
            .ToFrozenDictionary(o => o.Value);

        private readonly MetadataReader reader = file.GetMetadataReader();
        private readonly HashSet<CompiledUse> found = [];
        private TypeName user;

        public HashSet<CompiledUse> Read()
        {
            foreach (var handle in reader.TypeDefinitions)
            {
                user = NameOf(reader, handle);
                ReadType(reader.GetTypeDefinition(handle));
            }
            return found;
        }

        private void ReadType(TypeDefinition type)
        {
            Use(type.BaseType);
            foreach (var i in type.GetInterfaceImplementations())
                Use(reader.GetInterfaceImplementation(i).Interface);
            ReadAttributes(type.GetCustomAttributes());
            ReadConstraints(type.GetGenericParameters());
            foreach (var handle in type.GetFields())
            {
                var field = reader.GetFieldDefinition(handle);
                field.DecodeSignature(this, genericContext: false);
                ReadAttributes(field.GetCustomAttributes());
            }
            foreach (var property in type.GetProperties())
                ReadAttributes(reader.GetPropertyDefinition(property).GetCustomAttributes());
            foreach (var method in type.GetMethods())
                ReadMethod(reader.GetMethodDefinition(method));
        }

        private void ReadMethod(MethodDefinition method)
        {
            method.DecodeSignature(this, genericContext: false);
            ReadAttributes(method.GetCustomAttributes());
            ReadConstraints(method.GetGenericParameters());
            foreach (var parameter in method.GetParameters())
                ReadAttributes(reader.GetParameter(parameter).GetCustomAttributes());
            if (method.RelativeVirtualAddress == 0)
                return;
            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
                reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, genericContext: false);
            foreach (var region in body.ExceptionRegions)
                Use(region.CatchType);
            ReadBody(body.GetILReader());
        }

        private void ReadBody(BlobReader body)
        {
            while (body.RemainingBytes > 0)
            {
                int first = body.ReadByte();
                var value = first == 0xFE ? unchecked((short)(0xFE00 | body.ReadByte())) : (short)first;
                switch (OpCodesByValue[value].OperandType)
                {
                    case OperandType.InlineNone:
                        break;
                    case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                        body.Offset += 1;
                        break;
                    case OperandType.InlineVar:
                        body.Offset += 2;
                        break;
                    case OperandType.InlineI8 or OperandType.InlineR:
                        body.Offset += 8;
                        break;
                    case OperandType.InlineSwitch:
                        var targets = body.ReadInt32();
                        body.Offset += 4 * targets;
                        break;
                    case OperandType.InlineType
                    or OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineTok
                    or OperandType.InlineSig:
                        Use(MetadataTokens.EntityHandle(body.ReadInt32()));
                        break;
                    default:
                        body.Offset += 4;
                        break;
                }
            }
        }

        private void ReadConstraints(GenericParameterHandleCollection parameters)
        {
            foreach (var constraint in parameters.SelectMany(p => reader.GetGenericParameter(p).GetConstraints()))
                Use(reader.GetGenericParameterConstraint(constraint).Type);
        }

        private void ReadAttributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var handle in attributes)
            {
                var attribute = reader.GetCustomAttribute(handle);
                Use(attribute.Constructor);
                try
                {
                    attribute.DecodeValue(this); // typeof(…) among its arguments
                }
                catch (BadImageFormatException)
                {
                    // an enum of a library stands among its arguments: nothing of ours
                }
            }
        }

        private void Use(EntityHandle handle)
        {
            if (handle.IsNil)
                return;
            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    Use(NameOf(reader, (TypeDefinitionHandle)handle));
                    break;
                case HandleKind.TypeReference:
                    Use(NameOf(reader, (TypeReferenceHandle)handle));
                    break;
                case HandleKind.TypeSpecification:
                    reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, genericContext: false);
                    break;
                case HandleKind.FieldDefinition:
                    var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                    Use(field.GetDeclaringType());
                    field.DecodeSignature(this, genericContext: false);
                    break;
                case HandleKind.MethodDefinition:
                    var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                    Use(method.GetDeclaringType());
                    method.DecodeSignature(this, genericContext: false);
                    break;
                case HandleKind.MemberReference:
                    var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                    Use(member.Parent);
                    if (member.GetKind() == MemberReferenceKind.Field)
                        member.DecodeFieldSignature(this, genericContext: false);
                    else
                        member.DecodeMethodSignature(this, genericContext: false);
                    break;
                case HandleKind.MethodSpecification:
                    var generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Use(generic.Method);
                    generic.DecodeSignature(this, genericContext: false);
                    break;
                case HandleKind.StandaloneSignature:
                    reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(this, genericContext: false);
                    break;
            }
        }

        private void Use(TypeName used)
        {
            if (used != user)
                found.Add(new(user, used));
        }

        // the types that a signature names, each seen when it is read; what they are composed of does not matter

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            Use(handle);
            return false;
        }

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            Use(handle);
            return false;
        }

        public bool GetTypeFromSpecification(MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            Use(handle);
            return false;
        }

        /// <summary>As <c>typeof</c> stands in an attribute: <c>A.B+C, Assembly</c>, <c>A.B`1[[D.E, Assembly]]</c>.</summary>
        public bool GetTypeFromSerializedName(string name)
        {
            foreach (Match full in FullNames().Matches(name))
                Use(new TypeName(full.Groups[1].Value, full.Groups[2].Value));
            return true;
        }

        public bool GetArrayType(bool elementType, ArrayShape shape) => false;

        public bool GetByReferenceType(bool elementType) => false;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

        public bool GetGenericMethodParameter(bool genericContext, int index) => false;

        public bool GetGenericTypeParameter(bool genericContext, int index) => false;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

        public bool GetPinnedType(bool elementType) => false;

        public bool GetPointerType(bool elementType) => false;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

        public bool GetSZArrayType(bool elementType) => false;

        public bool GetSystemType() => true;

        public bool IsSystemType(bool type) => type;

        public PrimitiveTypeCode GetUnderlyingEnumType(bool type) => PrimitiveTypeCode.Int32;

        [GeneratedRegex(@"(?<=^|\[)([\w.]+)\.(\w+)")]
        private static partial Regex FullNames();
    }
}
