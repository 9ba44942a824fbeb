using System.Text;
using nanoFramework.TestFramework;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Wire
{
    [TestClass]
    public class JsonFieldsTests
    {
        [TestMethod]
        public void An_acknowledgement_is_read_as_the_contract_writes_it()
        {
            var ack = new Acknowledgement();

            Assert.IsTrue(ack.TryParse(Bytes("{\"gen\":\"9f3a12c4\",\"seq\":1042,\"also\":[[1050,1050],[1060,1070]],\"db\":\"5c0e77aa\"}")));
            Assert.AreEqual("9f3a12c4", ack.Generation);
            Assert.AreEqual(1042L, ack.Sequence);
            Assert.AreEqual(2, ack.Also.Count);
            Assert.AreEqual(1060L, ack.Also.First(1));
            Assert.AreEqual(1070L, ack.Also.Last(1));
            Assert.AreEqual("5c0e77aa", ack.DatabaseId);
        }

        [TestMethod]
        public void Order_spaces_and_unknown_members_do_not_matter()
        {
            var ack = new Acknowledgement();

            Assert.IsTrue(ack.TryParse(Bytes(" { \"new\" : {\"a\":[1,2,{\"b\":\"]}\"}],\"c\":null} , \"db\":\"d\", \"seq\" : 0 ,\n\"gen\":\"00000001\" } ")));
            Assert.AreEqual(0L, ack.Sequence);
            Assert.AreEqual(0, ack.Also.Count);
        }

        [TestMethod]
        public void What_is_no_acknowledgement_is_refused()
        {
            string[] bad =
            {
                "", "{", "[]", "{}", "null", "{\"gen\":\"x\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":\"1042\",\"db\":\"5c0e77aa\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":10.5,\"db\":\"5c0e77aa\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":1e3,\"db\":\"5c0e77aa\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":12abc,\"db\":\"5c0e77aa\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":-1,\"db\":\"5c0e77aa\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":9999999999999999999,\"db\":\"5c0e77aa\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":1,\"db\":\"\"}",
                "{\"gen\":\"9f3a12c4\",\"seq\":1,\"db\":\"5c0e77aa\",\"also\":[[5]]}",
                "{\"gen\":\"9f3a12c4\",\"seq\":1,\"db\":\"5c0e77aa\",\"also\":[[7,5]]}",
                "{\"gen\":\"9f3a12c4\",\"seq\":1,\"db\":\"5c0e77aa\"} x",
                "{\"gen\":\"9f3a12c4\",\"seq\":1,\"db\":\"5c0e77aa\\\"}",
                "{\"a\":[[[[[[[[[[1]]]]]]]]]],\"gen\":\"9f3a12c4\",\"seq\":1,\"db\":\"5c0e77aa\"}",
            };
            for (int i = 0; i < bad.Length; i++)
            {
                Assert.IsFalse(new Acknowledgement().TryParse(Bytes(bad[i])), "taken: " + bad[i]);
            }
        }

        [TestMethod]
        public void Every_truncation_is_refused_without_an_exception()
        {
            byte[] whole = Bytes("{\"gen\":\"9f3a12c4\",\"seq\":1042,\"also\":[[1050,1050]],\"x\":{\"y\":\"z\\\\\"},\"db\":\"5c0e77aa\"}");
            for (int length = 0; length < whole.Length; length++)
            {
                byte[] cut = new byte[length];
                System.Array.Copy(whole, 0, cut, 0, length);
                Assert.IsFalse(new Acknowledgement().TryParse(cut));
            }
        }

        private static byte[] Bytes(string text)
        {
            return Encoding.UTF8.GetBytes(text);
        }
    }
}
