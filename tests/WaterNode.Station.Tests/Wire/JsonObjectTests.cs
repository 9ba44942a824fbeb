using System.Text;
using nanoFramework.TestFramework;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Wire
{
    [TestClass]
    public class JsonObjectTests
    {
        private const string Command = "{\"id\":\"c-17\",\"do\":\"calibrate\",\"dry\":false,\"set\":{\"limit\":1.25,\"why\":\"a \\\"b\\\" \\u0d9c\"},\"points\":[{\"mv\":-3.214},{\"mv\":171}],\"channels\":[\"as\",\"f\"]}";

        [TestMethod]
        public void Members_inside_members_and_arrays_are_found()
        {
            JsonFields fields = Parsed(Command);
            var inner = new JsonFields();

            Assert.IsTrue(fields.TryGetObject("set", inner));
            Assert.IsTrue(inner.TryGetText("why", out string why));
            Assert.AreEqual("a \"b\" \u0d9c", why);
            Assert.AreEqual(2, fields.CountOf("points"));
            Assert.IsTrue(fields.TryGetObjectAt("points", 1, inner));
            Assert.IsTrue(inner.TryGetDecimal("mv", 3, out long microVolts));
            Assert.AreEqual(171000L, microVolts);
            Assert.IsTrue(fields.TryGetTextAt("channels", 1, out string channel));
            Assert.AreEqual("f", channel);
            Assert.IsTrue(fields.TryGetFlag("dry", out bool isDry));
            Assert.IsFalse(isDry);
        }

        [TestMethod]
        public void What_is_not_there_or_of_another_kind_is_not_found()
        {
            JsonFields fields = Parsed(Command);
            var inner = new JsonFields();

            Assert.AreEqual(-1, fields.CountOf("set"));
            Assert.AreEqual(-1, fields.CountOf("nothing"));
            Assert.IsFalse(fields.TryGetObject("id", inner));
            Assert.IsFalse(fields.TryGetObjectAt("points", 2, inner));
            Assert.IsFalse(fields.TryGetTextAt("points", 0, out _));
            Assert.IsFalse(fields.TryGetFlag("id", out _));
            Assert.IsFalse(Parsed("{\"x\":trueish}").TryGetFlag("x", out _));
            Assert.IsFalse(fields.Has("mv"));
            Assert.AreEqual("dry", fields.NameAt(2));
        }

        [TestMethod]
        public void Numbers_are_rounded_to_the_decimals_that_are_asked_for()
        {
            Assert.AreEqual(713L, Decimal("7.125", 2));
            Assert.AreEqual(712L, Decimal("7.1249999999", 2));
            Assert.AreEqual(-713L, Decimal("-7.125", 2));
            Assert.AreEqual(700L, Decimal("7", 2));
            Assert.AreEqual(8L, Decimal("7.5", 0));
            Assert.AreEqual(999999000000000L, Decimal("999999", 9));
        }

        [TestMethod]
        public void What_is_no_plain_number_is_refused()
        {
            string[] bad = { "1e3", "1.", ".5", "-", "1.2.3", "12a", "true", "\"7\"", "1000000000000000" };
            for (int i = 0; i < bad.Length; i++)
            {
                var fields = new JsonFields();
                bool taken = fields.TryParse(Encoding.UTF8.GetBytes("{\"x\":" + bad[i] + "}")) && fields.TryGetDecimal("x", 2, out _);
                Assert.IsFalse(taken, "taken: " + bad[i]);
            }
        }

        [TestMethod]
        public void An_object_is_written_with_its_texts_escaped()
        {
            var writer = new JsonWriter(128);
            writer.Text("a", "say \"no\" \\ \u00b5").Number("n", -7).Begin("in").Decimal("x", 1250, 3).End().Flag("ok", true);

            Assert.AreEqual("\"a\":\"say \\\"no\\\" \\\\ ?\",\"n\":-7,\"in\":{\"x\":1.25},\"ok\":true", writer.Members());
            byte[] whole = writer.ToArray();
            Assert.AreEqual("{" + writer.Members() + "}", Encoding.UTF8.GetString(whole, 0, whole.Length));
        }

        private static long Decimal(string number, int decimals)
        {
            Assert.IsTrue(Parsed("{\"x\":" + number + "}").TryGetDecimal("x", decimals, out long scaled), number);
            return scaled;
        }

        private static JsonFields Parsed(string text)
        {
            var fields = new JsonFields();
            Assert.IsTrue(fields.TryParse(Encoding.UTF8.GetBytes(text)), text);
            return fields;
        }
    }
}
